package org.consentledger.ledger.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.serialization.Serializer;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads streams, and the ledger's tail, and keeps snapshots. Every method is one round trip. */
final class EventStatements {

    /** Events of one stream read in one round trip. */
    static final int PAGE_EVENTS = 500;

    private static final String COLUMNS =
            "stream_type, stream_id, stream_sequence, event_id, recorded_at, event_type, revision, payload, metadata";

    private static final String LOAD = """
            SELECT wanted.number, found.*
              FROM unnest(?::text[]) WITH ORDINALITY AS wanted(stream_id, number)
              LEFT JOIN LATERAL (
                   SELECT %1$s FROM ledger.snapshot AS s
                    WHERE s.stream_id = wanted.stream_id ORDER BY s.stream_sequence DESC LIMIT 1) AS snapshot ON true
             CROSS JOIN LATERAL (
                   (SELECT true AS is_snapshot, snapshot.* WHERE snapshot.stream_id IS NOT NULL)
                    UNION ALL
                   (SELECT false, %1$s FROM ledger.event AS e
                     WHERE e.stream_id = wanted.stream_id AND e.stream_sequence > coalesce(snapshot.stream_sequence, -1)
                     ORDER BY e.stream_sequence LIMIT %2$d)) AS found
             ORDER BY wanted.number, found.stream_sequence
            """.formatted(COLUMNS, PAGE_EVENTS);

    private static final String PAGE = """
            SELECT %s FROM ledger.event
             WHERE stream_id = ? AND stream_sequence >= ? ORDER BY stream_sequence LIMIT ?
            """.formatted(COLUMNS);

    private static final String TAIL = """
            SELECT position, %s FROM ledger.event WHERE position > ? ORDER BY position LIMIT ?
            """.formatted(COLUMNS);

    private static final String HEAD = "SELECT coalesce(max(position), -1) FROM ledger.event";

    private static final String SNAPSHOT = """
            SELECT %s FROM ledger.snapshot WHERE stream_id = ? ORDER BY stream_sequence DESC LIMIT 1
            """.formatted(COLUMNS);

    private static final String LAST_SEQUENCE =
            "SELECT stream_sequence FROM ledger.event WHERE stream_id = ? ORDER BY stream_sequence DESC LIMIT 1";

    /** Older ones go. Another node may have been as fast. */
    private static final String KEEP_SNAPSHOT = """
            WITH older AS (DELETE FROM ledger.snapshot WHERE stream_id = :stream AND stream_sequence < :sequence)
            INSERT INTO ledger.snapshot (stream_id, stream_sequence, stream_type, event_id, recorded_at, event_type,
                                         revision, payload, metadata)
            VALUES (:stream, :sequence, :streamType, :id, clock_timestamp(), :type, :revision, :payload, :metadata)
                ON CONFLICT DO NOTHING
            """;

    private final JdbcClient jdbc;

    EventStatements(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Streams in the order of their ids; none twice. */
    List<StoredStream> load(List<String> streamIds) {
        record Row(int number, boolean isSnapshot, DomainEventData<?> data) {}
        var rows = jdbc.sql(LOAD)
                .param(streamIds.toArray(String[]::new))
                .query((row, n) -> new Row(row.getInt("number"), row.getBoolean("is_snapshot"), data(row)))
                .list();
        var snapshots = new HashMap<Integer, DomainEventData<?>>();
        var events = new HashMap<Integer, List<DomainEventData<?>>>();
        for (var row : rows) {
            if (row.isSnapshot()) {
                snapshots.put(row.number(), row.data());
            } else {
                events.computeIfAbsent(row.number(), n -> new ArrayList<>()).add(row.data());
            }
        }
        var streams = new ArrayList<StoredStream>();
        for (var number = 1; number <= streamIds.size(); number++) {
            var tail = events.getOrDefault(number, List.of());
            streams.add(new StoredStream(snapshots.get(number), tail, tail.size() < PAGE_EVENTS));
        }
        return streams;
    }

    List<DomainEventData<?>> page(String streamId, long firstSequence, int limit) {
        return jdbc.sql(PAGE)
                .params(streamId, firstSequence, limit)
                .<DomainEventData<?>>query((row, number) -> data(row))
                .list();
    }

    Optional<DomainEventData<?>> snapshot(String streamId) {
        return jdbc.sql(SNAPSHOT)
                .param(streamId)
                .<DomainEventData<?>>query((row, number) -> data(row))
                .optional();
    }

    /** The newest event's; empty if there is none. */
    Optional<Long> lastSequence(String streamId) {
        return jdbc.sql(LAST_SEQUENCE).param(streamId).query(Long.class).optional();
    }

    List<TrackedEventData<?>> after(long position, int limit) {
        return jdbc.sql(TAIL)
                .params(position, limit)
                .<TrackedEventData<?>>query((row, number) -> tracked(row))
                .list();
    }

    /** Position of the newest event; -1 when the ledger is empty. */
    long head() {
        return jdbc.sql(HEAD).query(Long.class).single();
    }

    void keep(DomainEventMessage<?> snapshot, Serializer serializer) {
        var payload = snapshot.serializePayload(serializer, String.class);
        jdbc.sql(KEEP_SNAPSHOT)
                .param("stream", snapshot.getAggregateIdentifier())
                .param("sequence", snapshot.getSequenceNumber())
                .param("streamType", snapshot.getType())
                .param("id", snapshot.getIdentifier())
                .param("type", payload.getType().getName())
                .param("revision", payload.getType().getRevision())
                .param("payload", payload.getData())
                .param(
                        "metadata",
                        snapshot.serializeMetaData(serializer, String.class).getData())
                .update();
    }

    private static TrackedEventData<?> tracked(ResultSet row) throws SQLException {
        return new TrackedDomainEventData<>(new GlobalSequenceTrackingToken(row.getLong("position")), data(row));
    }

    private static DomainEventData<String> data(ResultSet row) throws SQLException {
        return new GenericDomainEventEntry<>(
                row.getString("stream_type"),
                row.getString("stream_id"),
                row.getLong("stream_sequence"),
                row.getString("event_id"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant().toString(),
                row.getString("event_type"),
                row.getString("revision"),
                row.getString("payload"),
                row.getString("metadata"));
    }
}
