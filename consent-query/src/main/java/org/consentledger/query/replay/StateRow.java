package org.consentledger.query.replay;

import java.time.Instant;
import org.consentledger.timeline.ConsentStatus;
import org.consentledger.timeline.ObjectionFact;
import org.jspecify.annotations.Nullable;

/** A row of what a replay worked out, named after its columns. */
sealed interface StateRow {

    record Consent(
            String subjectId,
            String purpose,
            String state,
            @Nullable Instant since,
            @Nullable Instant until,
            @Nullable String notice,
            @Nullable String noticeVersion,
            @Nullable String form,
            @Nullable String eventId,
            @Nullable Instant erasedAt)
            implements StateRow {

        static Consent of(String subjectId, ConsentStatus status, @Nullable Instant erasedAt) {
            var form = status.form();
            return new Consent(
                    subjectId,
                    status.purpose(),
                    status.state().name(),
                    status.since(),
                    status.until(),
                    status.notice(),
                    status.noticeVersion(),
                    form == null ? null : form.name(),
                    status.eventId(),
                    erasedAt);
        }
    }

    record Objection(
            String subjectId,
            String purpose,
            Instant since,
            String eventId,
            @Nullable Instant erasedAt) implements StateRow {

        static Objection of(String subjectId, ObjectionFact.Objected fact, @Nullable Instant erasedAt) {
            return new Objection(subjectId, fact.purpose(), fact.at(), fact.eventId(), erasedAt);
        }
    }
}
