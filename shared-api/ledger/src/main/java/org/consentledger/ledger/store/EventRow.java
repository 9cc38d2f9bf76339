package org.consentledger.ledger.store;

import java.time.Instant;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.serialization.Serializer;
import org.consentledger.LedgerEvent;
import org.consentledger.consent.ConsentGiven;
import org.consentledger.ledger.serial.AboutDigest;
import org.consentledger.transfer.TransferEvent;
import org.jspecify.annotations.Nullable;

/**
 * One event in the form in which it is stored, but for its place in the ledger.
 *
 * @param recipient of a transfer; null for every other event
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
        LedgerEvent event) {

    record Expiry(String purpose, Instant validUntil) {}

    static EventRow of(DomainEventMessage<?> message, LedgerEvent event, Serializer serializer) {
        var payload = message.serializePayload(serializer, String.class);
        return new EventRow(
                message.getIdentifier(),
                payload.getType().getName(),
                payload.getType().getRevision(),
                payload.getData(),
                message.serializeMetaData(serializer, String.class).getData(),
                AboutDigest.of(event, payload.getData()),
                event instanceof TransferEvent e ? e.transfer().recipient() : null,
                event instanceof ConsentGiven e && e.validUntil() != null
                        ? new Expiry(e.purpose(), e.validUntil())
                        : null,
                event);
    }
}
