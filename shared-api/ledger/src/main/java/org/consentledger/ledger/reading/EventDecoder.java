package org.consentledger.ledger.reading;

import java.util.stream.Stream;
import org.axonframework.eventsourcing.EventStreamUtils;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.consentledger.LedgerEvent;
import org.consentledger.ledger.serial.LedgerSerializer;

/** From a row of the event table to the event it holds, older revisions brought up to date on the way. */
final class EventDecoder {

    private final LedgerSerializer serializer;
    private final EventUpcaster upcasters;

    EventDecoder(LedgerSerializer serializer, EventUpcaster upcasters) {
        this.serializer = serializer;
        this.upcasters = upcasters;
    }

    /** @throws UnreadableEventException if the row holds an event that cannot be understood */
    RecordedEvent decode(StoredEvent stored) {
        try {
            return recorded(stored);
        } catch (RuntimeException e) {
            throw new UnreadableEventException(
                    stored.position(),
                    stored.data().getEventIdentifier(),
                    stored.data().getPayload().getType().getName(),
                    e.getClass().getSimpleName());
        }
    }

    private RecordedEvent recorded(StoredEvent stored) {
        var data = stored.data();
        var message = EventStreamUtils.upcastAndDeserializeDomainEvents(Stream.of(data), serializer, upcasters)
                .next();
        // the payload is read when it is first asked for
        var event = (LedgerEvent) message.getPayload();
        var type = serializer.typeForClass(message.getPayloadType());
        return new RecordedEvent(
                stored.position(),
                data.getEventIdentifier(),
                data.getAggregateIdentifier(),
                data.getType(),
                type.getName(),
                Integer.parseInt(type.getRevision()),
                stored.recordedAt(),
                stored.commandId(),
                event);
    }
}
