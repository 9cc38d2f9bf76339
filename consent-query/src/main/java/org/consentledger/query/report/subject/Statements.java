package org.consentledger.query.report.subject;

import java.time.Instant;
import org.consentledger.consent.ConsentExpired;
import org.consentledger.consent.ConsentGiven;
import org.consentledger.consent.ConsentRefused;
import org.consentledger.consent.ConsentRevoked;
import org.consentledger.erasure.ErasureRequested;
import org.consentledger.erasure.LegalHoldPlaced;
import org.consentledger.erasure.LegalHoldReleased;
import org.consentledger.erasure.SubjectErased;
import org.consentledger.ledger.reading.RecordedEvent;
import org.consentledger.notice.ConsentForm;
import org.consentledger.objection.ObjectionWithdrawn;
import org.consentledger.objection.ProcessingObjected;
import org.consentledger.query.report.subject.SubjectReport.ReportedStatement;
import org.consentledger.subject.Channel;
import org.consentledger.subject.Giver;
import org.consentledger.transfer.TransferEvent;
import org.jspecify.annotations.Nullable;

/** From an event to what a report says of it. */
final class Statements {

    private Statements() {}

    /** When it happened; of an event that does not say, when it was recorded. */
    static Instant worldTime(RecordedEvent recorded) {
        return switch (recorded.event()) {
            case ConsentGiven e -> e.collectedAt();
            case ConsentRefused e -> e.collectedAt();
            case ConsentRevoked e -> e.revokedAt();
            case ConsentExpired e -> e.expiredAt();
            case ProcessingObjected e -> e.objectedAt();
            case ObjectionWithdrawn e -> e.withdrawnAt();
            case TransferEvent e -> e.transfer().occurredAt();
            case SubjectErased e -> e.erasedAt();
            case ErasureRequested e -> e.requestedAt();
            case LegalHoldPlaced e -> e.placedAt();
            case LegalHoldReleased e -> e.releasedAt();
            default -> recorded.recordedAt();
        };
    }

    static ReportedStatement of(RecordedEvent recorded) {
        return switch (recorded.event()) {
            case ConsentGiven e ->
                of(
                        recorded,
                        e.purpose(),
                        new Details(
                                e.validUntil(),
                                e.notice(),
                                e.noticeVersion(),
                                e.evidence().channel(),
                                e.evidence().form(),
                                e.giver().kind()));
            case ConsentRefused e ->
                of(
                        recorded,
                        e.purpose(),
                        new Details(
                                null,
                                e.notice(),
                                e.noticeVersion(),
                                e.evidence().channel(),
                                e.evidence().form(),
                                e.giver().kind()));
            case ConsentRevoked e -> of(recorded, e.purpose(), Details.said(e.channel(), e.giver()));
            case ConsentExpired e -> of(recorded, e.purpose(), Details.NONE);
            case ProcessingObjected e -> of(recorded, e.purpose(), Details.said(e.channel(), e.giver()));
            case ObjectionWithdrawn e -> of(recorded, e.purpose(), Details.said(e.channel(), e.giver()));
            default -> of(recorded, null, Details.NONE);
        };
    }

    private record Details(
            @Nullable Instant validUntil,
            @Nullable String notice,
            @Nullable String noticeVersion,
            @Nullable Channel channel,
            @Nullable ConsentForm form,
            Giver.@Nullable Kind giver) {

        static final Details NONE = new Details(null, null, null, null, null, null);

        static Details said(@Nullable Channel channel, Giver giver) {
            return new Details(null, null, null, channel, null, giver.kind());
        }
    }

    private static ReportedStatement of(RecordedEvent recorded, @Nullable String purpose, Details details) {
        return new ReportedStatement(
                recorded.id(),
                recorded.position(),
                recorded.type(),
                purpose,
                worldTime(recorded),
                recorded.recordedAt(),
                details.validUntil,
                details.notice,
                details.noticeVersion,
                details.channel,
                details.form,
                details.giver,
                receipt(recorded.id()));
    }

    /** Where an event's receipt is. */
    static String receipt(String eventId) {
        return "/v1/receipts/" + eventId;
    }
}
