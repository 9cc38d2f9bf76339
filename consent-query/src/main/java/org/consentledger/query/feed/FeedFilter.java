package org.consentledger.query.feed;

import org.consentledger.ledger.reading.EventFilter;
import org.consentledger.subject.SubjectId;
import org.jspecify.annotations.Nullable;

/** Which events a caller wants; null lets everything through. */
record FeedFilter(
        @Nullable String type,
        @Nullable SubjectId subject,
        @Nullable String recipient) {

    EventFilter after(long position, int limit) {
        return new EventFilter(position, limit, type, subject == null ? null : subject.value(), recipient);
    }
}
