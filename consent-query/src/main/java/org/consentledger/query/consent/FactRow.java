package org.consentledger.query.consent;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of one of the fact tables, named after its columns. */
sealed interface FactRow {

    record Consent(
            long position,
            String eventId,
            String subjectId,
            String kind,
            String purpose,
            Instant at,
            @Nullable Instant validUntil,
            @Nullable String notice,
            @Nullable String noticeVersion,
            @Nullable String form,
            Instant recordedAt)
            implements FactRow {}

    record Objection(
            long position,
            String eventId,
            String subjectId,
            String kind,
            String purpose,
            Instant at,
            Instant recordedAt)
            implements FactRow {}

    record Erasure(long position, String eventId, String subjectId, Instant at, Instant recordedAt)
            implements FactRow {}
}
