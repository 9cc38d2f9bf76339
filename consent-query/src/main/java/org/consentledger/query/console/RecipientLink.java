package org.consentledger.query.console;

import java.util.Comparator;

/**
 * A way from a recipient's page to what another capability says of the same recipient in the same days. Each bean of this type
 * is one.
 *
 * @param order the lowest comes first
 * @param key of the text, in {@link org.consentledger.query.language.Words}
 * @param path where it leads, with {@code {recipient}} for the recipient's code
 */
public record RecipientLink(int order, String key, String path) implements Comparable<RecipientLink> {

    private static final Comparator<RecipientLink> ORDER =
            Comparator.comparingInt(RecipientLink::order).thenComparing(RecipientLink::path);

    @Override
    public int compareTo(RecipientLink other) {
        return ORDER.compare(this, other);
    }

    /** The address for one recipient and the days that its page is about. */
    public String to(String recipient, Days days) {
        var address = path.replace("{recipient}", recipient);
        var query = days.query();
        return query.isEmpty() ? address : address + "?" + query.substring(1);
    }
}
