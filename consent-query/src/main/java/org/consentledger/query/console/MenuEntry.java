package org.consentledger.query.console;

import java.util.Comparator;

/**
 * A line of the console's menu. Each bean of this type is one.
 *
 * @param order the lowest comes first
 * @param key of the text, in {@link org.consentledger.query.language.Words}
 * @param path where it leads; pages below it belong to it too
 */
public record MenuEntry(int order, String key, String path) implements Comparable<MenuEntry> {

    private static final Comparator<MenuEntry> ORDER =
            Comparator.comparingInt(MenuEntry::order).thenComparing(MenuEntry::path);

    @Override
    public int compareTo(MenuEntry other) {
        return ORDER.compare(this, other);
    }

    /** Whether a page stands at this entry or below it. */
    public boolean covers(String page) {
        return page.equals(path) || page.startsWith(path + "/");
    }
}
