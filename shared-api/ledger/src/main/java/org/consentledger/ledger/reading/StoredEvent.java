package org.consentledger.ledger.reading;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.GenericDomainEventEntry;

/**
 * A row of the event table, not yet decoded.
 *
 * @param recordedAt UTC, to the microsecond
 */
record StoredEvent(long position, Instant recordedAt, UUID commandId, DomainEventData<String> data) {

    static final String COLUMNS = """
            position, event_id, stream_id, stream_sequence, stream_type, recorded_at, event_type, revision, payload, \
            metadata, command_id""";

    static StoredEvent of(ResultSet row) throws SQLException {
        var recordedAt = row.getObject("recorded_at", OffsetDateTime.class).toInstant();
        return new StoredEvent(
                row.getLong("position"),
                recordedAt,
                row.getObject("command_id", UUID.class),
                new GenericDomainEventEntry<>(
                        row.getString("stream_type"),
                        row.getString("stream_id"),
                        row.getLong("stream_sequence"),
                        row.getString("event_id"),
                        recordedAt.toString(),
                        row.getString("event_type"),
                        row.getString("revision"),
                        row.getString("payload"),
                        row.getString("metadata")));
    }
}
