package org.consentledger.ledger.store;

import java.time.Instant;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.serialization.Serializer;
import org.consentledger.LedgerEvent;
import org.consentledger.consent.ConsentGiven;
import org.consentledger.erasure.SubjectErased;
import org.consentledger.ledger.keyring.SubjectKey;
import org.consentledger.ledger.serial.AboutDigest;
import org.consentledger.ledger.serial.EventForm;
import org.consentledger.transfer.TransferEvent;
import org.jspecify.annotations.Nullable;

/**
 * One event in the form in which it is stored, but for its place in the ledger.
 *
 * @param recipient of a transfer; null for every other event
 * @param erasedAt world time of an erasure, UTC; null for every other event
 * @param expires what is to be noted as expired one day, and when; null for every event but a consent with an end
 */
@SuppressWarnings("ArrayRecordComponent") // rows are never compared
record EventRow(
        String eventId,
        String type,
        String revision,
        String payload,
        String metadata,
        byte[] aboutSha256,
        @Nullable String recipient,
        @Nullable Expiry expires,
        @Nullable Instant erasedAt,
        LedgerEvent event) {

    record Expiry(String purpose, Instant validUntil) {}

    /** @param key of its subject; null if the subject is erased, and for events that are not about one */
    static EventRow of(
            DomainEventMessage<?> message, LedgerEvent event, @Nullable SubjectKey key, Serializer serializer) {
        var form = EventForm.of(event);
        var type = serializer.typeForClass(event.getClass());
        return new EventRow(
                message.getIdentifier(),
                type.getName(),
                type.getRevision(),
                form.stored(message.getIdentifier(), key),
                message.serializeMetaData(serializer, String.class).getData(),
                AboutDigest.of(event, form, key),
                event instanceof TransferEvent e ? e.transfer().recipient() : null,
                event instanceof ConsentGiven e && e.validUntil() != null
                        ? new Expiry(e.purpose(), e.validUntil())
                        : null,
                event instanceof SubjectErased e ? e.erasedAt() : null,
                event);
    }
}
