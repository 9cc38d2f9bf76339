package org.consentledger.ledger.reading;

import java.time.Instant;
import java.util.UUID;
import org.consentledger.LedgerEvent;
import org.consentledger.ledger.keyring.SubjectKey;
import org.consentledger.ledger.serial.EventForm;
import org.consentledger.ledger.serial.LedgerJson;
import org.consentledger.ledger.trace.TraceParent;
import org.consentledger.subject.SubjectEvent;
import org.jspecify.annotations.Nullable;

/**
 * An event as the ledger holds it.
 *
 * @param position its place in the ledger, counted from 0 in commit order
 * @param streamType Subject, Notice or Recipient
 * @param type the event's stable name
 * @param revision of the form in which it is presented here
 * @param recordedAt when the ledger took it, UTC, to the microsecond
 * @param commandId of the command that caused it
 * @param metadata what is stored beside the event, JSON
 * @param event without what is personal, where that is encrypted
 * @param sealed what is personal of it, encrypted; null if nothing is
 */
public record RecordedEvent(
        long position,
        String id,
        String streamId,
        String streamType,
        String type,
        int revision,
        Instant recordedAt,
        UUID commandId,
        String metadata,
        LedgerEvent event,
        @Nullable String sealed) {

    /** The same with nothing personal in it, neither open nor sealed: what stays when the person is erased. */
    public RecordedEvent withoutPersonalData() {
        return with(event.withoutPersonalData(), null);
    }

    /** The same with its personal data in place. */
    RecordedEvent unsealed(SubjectKey key) {
        return event instanceof SubjectEvent open ? with(EventForm.unsealed(open, sealed, id, key)) : this;
    }

    RecordedEvent with(LedgerEvent other) {
        return with(other, sealed);
    }

    private RecordedEvent with(LedgerEvent other, @Nullable String otherSealed) {
        return new RecordedEvent(
                position,
                id,
                streamId,
                streamType,
                type,
                revision,
                recordedAt,
                commandId,
                metadata,
                other,
                otherSealed);
    }

    /** Pseudonym of the person whom it is about; null if it is about a notice or a recipient. */
    public @Nullable String subjectId() {
        return event instanceof SubjectEvent about ? about.subjectId().value() : null;
    }

    /** Who sent the command, such as an OAuth client; null in ledgers of a release that did not ask. */
    public @Nullable String clientId() {
        return LedgerJson.mapper().readTree(metadata).path("clientId").asString(null);
    }

    /** The trace of the command; null if that was not kept. */
    public @Nullable TraceParent traceParent() {
        return TraceParent.in(metadata).orElse(null);
    }
}
