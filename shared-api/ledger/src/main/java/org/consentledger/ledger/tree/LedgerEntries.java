package org.consentledger.ledger.tree;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.consentledger.ledger.reading.EventFilter;
import org.consentledger.ledger.reading.EventSelection;
import org.consentledger.log.entry.Entry;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Events exactly as they are stored, nothing decoded: what the log commits to. */
public final class LedgerEntries {

    private static final String EVENTS = """
            SELECT position, event_id, stream_type, stream_id, stream_sequence, recorded_at, event_type, revision,
                   command_id, event_index, request_sha256, coalesce(recipient, '') AS recipient, payload, metadata,
                   leaf_hash
              FROM ledger.event
            """;

    private static final String FROM = EVENTS + " WHERE position >= ? ORDER BY position LIMIT ?";

    private final JdbcClient jdbc;

    public LedgerEntries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In order of position, from one on. */
    public List<Entry> from(long position, int limit) {
        return rows(position, limit, (row, number) -> entry(row));
    }

    /** Those that a filter lets through, in order of position. */
    public List<Entry> read(EventFilter filter) {
        var selection = EventSelection.of(filter);
        return jdbc.sql(EVENTS + " " + selection.sql())
                .params(selection.parameters())
                .query((row, number) -> entry(row))
                .list();
    }

    /**
     * From a position on, with their leaves.
     *
     * @throws BrokenTreeException if the hash of a leaf is none
     */
    public List<StoredEntry> withLeavesFrom(long position, int limit) {
        return rows(
                position,
                limit,
                (row, number) -> new StoredEntry(entry(row), LedgerTree.hash(row.getBytes("leaf_hash"))));
    }

    private <T> List<T> rows(long position, int limit, RowMapper<T> mapper) {
        return jdbc.sql(FROM).params(position, limit).query(mapper).list();
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getLong("position"),
                row.getString("event_id"),
                row.getString("stream_type"),
                row.getString("stream_id"),
                row.getLong("stream_sequence"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("event_type"),
                row.getString("revision"),
                row.getObject("command_id", UUID.class),
                row.getInt("event_index"),
                row.getString("request_sha256"),
                row.getString("recipient"),
                row.getString("payload"),
                row.getString("metadata"));
    }
}
