package org.consentledger.ledger.reading;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.consentledger.log.entry.Entry;

/**
 * A row of the event table, not yet decoded.
 *
 * @param recordedAt UTC, to the microsecond
 * @param payload UTF-8, as the database sends it: no detour over a string
 */
@SuppressWarnings("ArrayRecordComponent") // rows are never compared
record StoredEvent(
        long position,
        String id,
        String streamId,
        long streamSequence,
        String streamType,
        Instant recordedAt,
        String type,
        String revision,
        byte[] payload,
        String metadata,
        UUID commandId) {

    static final String COLUMNS = """
            position, event_id, stream_id, stream_sequence, stream_type, recorded_at, event_type, revision, payload, \
            metadata, command_id""";

    static StoredEvent of(ResultSet row) throws SQLException {
        return new StoredEvent(
                row.getLong("position"),
                row.getString("event_id"),
                row.getString("stream_id"),
                row.getLong("stream_sequence"),
                row.getString("stream_type"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("event_type"),
                row.getString("revision"),
                row.getBytes("payload"),
                row.getString("metadata"),
                row.getObject("command_id", UUID.class));
    }

    static StoredEvent of(Entry entry) {
        return new StoredEvent(
                entry.position(),
                entry.eventId(),
                entry.streamId(),
                entry.streamSequence(),
                entry.streamType(),
                entry.recordedAt(),
                entry.eventType(),
                entry.revision(),
                entry.payload().getBytes(StandardCharsets.UTF_8),
                entry.metadata(),
                entry.commandId());
    }
}
