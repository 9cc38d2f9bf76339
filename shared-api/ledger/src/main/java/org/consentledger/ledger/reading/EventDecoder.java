package org.consentledger.ledger.reading;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.GenericDomainEventEntry;
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
    RecordedEvent decode(ResultSet row) throws SQLException {
        var position = row.getLong("position");
        var recordedAt = row.getObject("recorded_at", OffsetDateTime.class).toInstant();
        var commandId = row.getObject("command_id", UUID.class);
        var stored = stored(row, recordedAt);
        try {
            return recorded(position, stored, recordedAt, commandId);
        } catch (RuntimeException e) {
            throw new UnreadableEventException(
                    position,
                    stored.getEventIdentifier(),
                    stored.getPayload().getType().getName(),
                    e.getClass().getSimpleName());
        }
    }

    private RecordedEvent recorded(long position, DomainEventData<?> stored, Instant recordedAt, UUID commandId) {
        var message = EventStreamUtils.upcastAndDeserializeDomainEvents(Stream.of(stored), serializer, upcasters)
                .next();
        // the payload is read when it is first asked for
        var event = (LedgerEvent) message.getPayload();
        var type = serializer.typeForClass(message.getPayloadType());
        return new RecordedEvent(
                position,
                stored.getEventIdentifier(),
                stored.getAggregateIdentifier(),
                stored.getType(),
                type.getName(),
                Integer.parseInt(type.getRevision()),
                recordedAt,
                commandId,
                event);
    }

    private static DomainEventData<String> stored(ResultSet row, Instant recordedAt) throws SQLException {
        return new GenericDomainEventEntry<>(
                row.getString("stream_type"),
                row.getString("stream_id"),
                row.getLong("stream_sequence"),
                row.getString("event_id"),
                recordedAt.toString(),
                row.getString("event_type"),
                row.getString("revision"),
                row.getString("payload"),
                row.getString("metadata"));
    }
}
