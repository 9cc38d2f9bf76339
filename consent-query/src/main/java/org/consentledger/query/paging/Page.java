package org.consentledger.query.paging;

import java.util.List;

/**
 * A page of a list.
 *
 * @param more whether the list goes on
 */
public record Page<T>(List<T> items, boolean more) {

    /** The usual number of items. */
    public static final String LIMIT_DEFAULT = "50";

    /** The largest number of items. */
    public static final int LIMIT_MAX = 500;

    public Page {
        items = List.copyOf(items);
    }

    /**
     * The first items of a list.
     *
     * @param found up to one item more than the limit: that it is there says that the list goes on
     */
    public static <T> Page<T> of(List<T> found, int limit) {
        return found.size() > limit ? new Page<>(found.subList(0, limit), true) : new Page<>(found, false);
    }
}
