package org.consentledger.query.transfer;

import java.time.Instant;
import java.util.List;
import org.consentledger.ledger.reading.RecordedEvent;
import org.consentledger.ledger.serial.LedgerJson;
import org.consentledger.transfer.Ground;
import org.consentledger.transfer.Reason;
import org.consentledger.transfer.TransferEvent;
import org.jspecify.annotations.Nullable;

/** A row of table transfer, named after its columns. */
record TransferRow(
        long position,
        String eventId,
        String type,
        String subjectId,
        String recipient,
        String purpose,
        List<String> dataCategories,
        String intent,
        String verdict,
        List<Reason> reasons,
        @Nullable String ground,
        Instant occurredAt,
        Instant recordedAt,
        long cataloguePosition,
        String legalRegister) {

    static TransferRow of(RecordedEvent recorded, TransferEvent event) {
        var transfer = event.transfer();
        return new TransferRow(
                recorded.position(),
                recorded.id(),
                recorded.type(),
                event.subjectId().value(),
                transfer.recipient(),
                transfer.purpose(),
                transfer.dataCategories(),
                event.intent().name(),
                event.decision().verdict().name(),
                event.reasons(),
                json(event.ground()),
                transfer.occurredAt(),
                recorded.recordedAt(),
                event.decidedOn().cataloguePosition(),
                event.decidedOn().legalRegister());
    }

    /** As events have it, not in the manner of columns. */
    private static @Nullable String json(@Nullable Ground ground) {
        return ground == null ? null : LedgerJson.mapper().writeValueAsString(ground);
    }
}
