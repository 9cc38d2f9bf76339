package org.consentledger.ledger.reading;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventsourcing.EventStreamUtils;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.consentledger.LedgerEvent;
import org.consentledger.ledger.serial.EventForm;
import org.consentledger.ledger.serial.LedgerJson;
import org.consentledger.ledger.serial.LedgerSerializer;
import org.consentledger.ledger.serial.StoredType;
import org.consentledger.ledger.serial.StoredTypes;
import org.consentledger.ledger.serial.UnknownFormException;
import org.consentledger.subject.SubjectEvent;
import tools.jackson.databind.ObjectReader;

/**
 * From a row of the event table to the event it holds. Most rows are of their type's current revision, to which no
 * upcaster applies: they are read straight away. The others are brought up to date on the way.
 */
final class EventDecoder {

    private final LedgerSerializer serializer;
    private final EventUpcaster upcasters;
    private final Map<String, Current> current;

    EventDecoder(LedgerSerializer serializer, EventUpcaster upcasters) {
        this.serializer = serializer;
        this.upcasters = upcasters;
        this.current = StoredTypes.EVENTS.stream().collect(toUnmodifiableMap(StoredType::name, Current::of));
    }

    /**
     * The event in a row.
     *
     * @throws UnknownEventFormException if this release does not know its type or revision
     * @throws UnreadableEventException if it cannot be understood for another reason
     */
    RecordedEvent decode(StoredEvent stored) {
        try {
            var content = content(stored);
            return new RecordedEvent(
                    stored.position(),
                    stored.id(),
                    stored.streamId(),
                    stored.streamType(),
                    content.type(),
                    content.revision(),
                    stored.recordedAt(),
                    stored.commandId(),
                    stored.metadata(),
                    content.event(),
                    content.event() instanceof SubjectEvent ? EventForm.sealed(stored.payload()) : null);
        } catch (UnknownFormException e) {
            throw new UnknownEventFormException(stored.position(), stored.id(), stored.type());
        } catch (RuntimeException e) {
            throw new UnreadableEventException(
                    stored.position(), stored.id(), stored.type(), e.getClass().getSimpleName());
        }
    }

    private Content content(StoredEvent stored) {
        var known = current.get(stored.type());
        return known != null && known.storedRevision().equals(stored.revision())
                ? new Content(stored.type(), known.revision(), known.reader().readValue(stored.payload()))
                : upcast(stored);
    }

    private Content upcast(StoredEvent stored) {
        var entry = new GenericDomainEventEntry<>(
                stored.streamType(),
                stored.streamId(),
                stored.streamSequence(),
                stored.id(),
                stored.recordedAt().toString(),
                stored.type(),
                stored.revision(),
                new String(stored.payload(), UTF_8),
                stored.metadata());
        var message = EventStreamUtils.upcastAndDeserializeDomainEvents(Stream.of(entry), serializer, upcasters)
                .next();
        // the payload is read when it is first asked for
        var event = (LedgerEvent) message.getPayload();
        var type = serializer.typeForClass(message.getPayloadType());
        return new Content(type.getName(), Integer.parseInt(type.getRevision()), event);
    }

    /** An event in its type's current form. */
    private record Content(String type, int revision, LedgerEvent event) {}

    /** How events of a type are stored today. */
    private record Current(int revision, String storedRevision, ObjectReader reader) {

        private static Current of(StoredType type) {
            return new Current(
                    type.revision(),
                    Integer.toString(type.revision()),
                    LedgerJson.mapper().readerFor(type.type()));
        }
    }
}
