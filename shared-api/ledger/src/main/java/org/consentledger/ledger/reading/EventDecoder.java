package org.consentledger.ledger.reading;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventsourcing.EventStreamUtils;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.consentledger.LedgerEvent;
import org.consentledger.ledger.serial.LedgerJson;
import org.consentledger.ledger.serial.LedgerSerializer;
import org.consentledger.ledger.serial.StoredType;
import org.consentledger.ledger.serial.StoredTypes;
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

    /** @throws UnreadableEventException if the row holds an event that cannot be understood */
    RecordedEvent decode(ResultSet row) throws SQLException {
        var position = row.getLong("position");
        var id = row.getString("event_id");
        var storedType = row.getString("event_type");
        var recordedAt = row.getObject("recorded_at", OffsetDateTime.class).toInstant();
        var content = content(row, id, storedType, recordedAt);
        try {
            var read = content.read();
            return new RecordedEvent(
                    position,
                    id,
                    row.getString("stream_id"),
                    row.getString("stream_type"),
                    read.type(),
                    read.revision(),
                    recordedAt,
                    row.getObject("command_id", UUID.class),
                    read.event());
        } catch (RuntimeException e) {
            throw new UnreadableEventException(
                    position, id, storedType, e.getClass().getSimpleName());
        }
    }

    /** Taken from the row, so that what fails afterwards is the content's fault. */
    private Content content(ResultSet row, String id, String storedType, Instant recordedAt) throws SQLException {
        var payload = row.getString("payload");
        var revision = row.getString("revision");
        var known = current.get(storedType);
        if (known != null && known.storedRevision().equals(revision)) {
            return () -> new Read(storedType, known.revision(), known.reader().readValue(payload));
        }
        var stored = new GenericDomainEventEntry<>(
                row.getString("stream_type"),
                row.getString("stream_id"),
                row.getLong("stream_sequence"),
                id,
                recordedAt.toString(),
                storedType,
                revision,
                payload,
                row.getString("metadata"));
        return () -> upcast(stored);
    }

    private Read upcast(DomainEventData<String> stored) {
        var message = EventStreamUtils.upcastAndDeserializeDomainEvents(Stream.of(stored), serializer, upcasters)
                .next();
        // the payload is read when it is first asked for
        var event = (LedgerEvent) message.getPayload();
        var type = serializer.typeForClass(message.getPayloadType());
        return new Read(type.getName(), Integer.parseInt(type.getRevision()), event);
    }

    @FunctionalInterface
    private interface Content {
        Read read();
    }

    /** An event in its type's current form. */
    private record Read(String type, int revision, LedgerEvent event) {}

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
