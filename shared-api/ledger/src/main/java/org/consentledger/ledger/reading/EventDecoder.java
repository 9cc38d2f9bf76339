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

    RecordedEvent decode(ResultSet row) throws SQLException {
        var recordedAt = row.getObject("recorded_at", OffsetDateTime.class).toInstant();
        var stored = stored(row, recordedAt);
        var message = EventStreamUtils.upcastAndDeserializeDomainEvents(Stream.of(stored), serializer, upcasters)
                .next();
        var type = serializer.typeForClass(message.getPayloadType());
        return new RecordedEvent(
                row.getLong("position"),
                stored.getEventIdentifier(),
                stored.getAggregateIdentifier(),
                stored.getType(),
                type.getName(),
                Integer.parseInt(type.getRevision()),
                recordedAt,
                row.getObject("command_id", UUID.class),
                (LedgerEvent) message.getPayload());
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
