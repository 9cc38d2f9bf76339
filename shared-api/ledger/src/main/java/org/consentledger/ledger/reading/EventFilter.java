package org.consentledger.ledger.reading;

import org.jspecify.annotations.Nullable;

/**
 * Which events to read, in order of position.
 *
 * @param after only later positions; -1 for all
 * @param limit how many at the most; positive
 * @param type the event's stable name; null for any
 * @param streamId the stream; null for any
 * @param recipient transfers to this recipient and the recipient's own events; null for any
 */
public record EventFilter(
        long after,
        int limit,
        @Nullable String type,
        @Nullable String streamId,
        @Nullable String recipient) {

    public static EventFilter everything(long after, int limit) {
        return new EventFilter(after, limit, null, null, null);
    }
}
