package org.consentledger.ledger.reading;

import org.jspecify.annotations.Nullable;

/**
 * Which events to read, in order of position.
 *
 * @param after only later positions; -1 for all
 * @param upTo none beyond this position; {@link Long#MAX_VALUE} for all
 * @param limit how many at the most; positive
 * @param type the event's stable name; null for any
 * @param streamId the stream; null for any
 * @param recipient transfers to this recipient and the recipient's own events; null for any
 * @param purpose what subjects said of this purpose or of every purpose, and transfers for it; null for any. No index knows it:
 *     unless the stream is given too, the cost is that of reading everything between {@code after} and {@code upTo}
 */
public record EventFilter(
        long after,
        long upTo,
        int limit,
        @Nullable String type,
        @Nullable String streamId,
        @Nullable String recipient,
        @Nullable String purpose) {

    /** Without an end, and whatever the purpose. */
    public EventFilter(
            long after, int limit, @Nullable String type, @Nullable String streamId, @Nullable String recipient) {
        this(after, Long.MAX_VALUE, limit, type, streamId, recipient, null);
    }

    /** The same, but so many at the most. */
    public EventFilter limitedTo(int events) {
        return new EventFilter(after, upTo, events, type, streamId, recipient, purpose);
    }

    public static EventFilter everything(long after, int limit) {
        return new EventFilter(after, limit, null, null, null);
    }
}
