package org.consentledger.query.feed;

import org.consentledger.ledger.reading.EventFilter;
import org.consentledger.subject.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * Which events a caller wants; null lets everything through.
 *
 * @param type the event's stable name
 * @param recipient transfers to it and its own events
 * @param purpose what subjects said of it or of every purpose, and transfers for it
 */
public record FeedFilter(
        @Nullable String type,
        @Nullable SubjectId subject,
        @Nullable String recipient,
        @Nullable String purpose) {

    EventFilter between(long after, long upTo, int limit) {
        return new EventFilter(after, upTo, limit, type, subject == null ? null : subject.value(), recipient, purpose);
    }

    /** Whether an index leads to what it lets through; if not, everything between has to be looked at. */
    boolean isIndexed() {
        return purpose == null || subject != null;
    }
}
