package org.consentledger.query.consent;

import java.time.Instant;
import java.util.Optional;
import org.consentledger.consent.ConsentEvent;
import org.consentledger.consent.ConsentExpired;
import org.consentledger.consent.ConsentGiven;
import org.consentledger.consent.ConsentRefused;
import org.consentledger.consent.ConsentRevoked;
import org.consentledger.erasure.SubjectErased;
import org.consentledger.ledger.reading.RecordedEvent;
import org.consentledger.objection.ObjectionEvent;
import org.consentledger.objection.ObjectionWithdrawn;
import org.consentledger.objection.ProcessingObjected;

/** From an event to the rows it leaves. */
final class FactRows {

    private FactRows() {}

    /** Empty for an expiry: it follows from the consent. */
    static Optional<FactRow.Consent> consent(RecordedEvent recorded, ConsentEvent event) {
        return switch (event) {
            case ConsentGiven e ->
                Optional.of(new FactRow.Consent(
                        recorded.position(),
                        recorded.id(),
                        e.subjectId().value(),
                        FactKind.GIVEN.name(),
                        e.purpose(),
                        e.collectedAt(),
                        e.validUntil(),
                        e.notice(),
                        e.noticeVersion(),
                        e.evidence().form().name(),
                        recorded.recordedAt()));
            case ConsentRefused e ->
                Optional.of(new FactRow.Consent(
                        recorded.position(),
                        recorded.id(),
                        e.subjectId().value(),
                        FactKind.REFUSED.name(),
                        e.purpose(),
                        e.collectedAt(),
                        null,
                        e.notice(),
                        e.noticeVersion(),
                        null,
                        recorded.recordedAt()));
            case ConsentRevoked e ->
                Optional.of(new FactRow.Consent(
                        recorded.position(),
                        recorded.id(),
                        e.subjectId().value(),
                        FactKind.REVOKED.name(),
                        e.purpose(),
                        e.revokedAt(),
                        null,
                        null,
                        null,
                        null,
                        recorded.recordedAt()));
            case ConsentExpired e -> Optional.empty();
        };
    }

    static FactRow.Objection objection(RecordedEvent recorded, ObjectionEvent event) {
        return switch (event) {
            case ProcessingObjected e -> objection(recorded, e, FactKind.OBJECTED, e.objectedAt());
            case ObjectionWithdrawn e -> objection(recorded, e, FactKind.WITHDRAWN, e.withdrawnAt());
        };
    }

    private static FactRow.Objection objection(
            RecordedEvent recorded, ObjectionEvent event, FactKind kind, Instant at) {
        return new FactRow.Objection(
                recorded.position(),
                recorded.id(),
                event.subjectId().value(),
                kind.name(),
                event.purpose(),
                at,
                recorded.recordedAt());
    }

    static FactRow.Erasure erasure(RecordedEvent recorded, SubjectErased event) {
        return new FactRow.Erasure(
                recorded.position(), recorded.id(), event.subjectId().value(), event.erasedAt(), recorded.recordedAt());
    }
}
