package org.consentledger.ledger.tree;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.consentledger.ledger.reading.EventFilter;
import org.consentledger.ledger.reading.EventSelection;
import org.consentledger.log.entry.Entry;
import org.consentledger.recipient.Recipient;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Events exactly as they are stored, nothing decoded: what the log commits to. */
public final class LedgerEntries {

    private static final String COLUMNS = """
            SELECT position, event_id, stream_type, stream_id, stream_sequence, recorded_at, event_type, revision,
                   command_id, event_index, request_sha256, coalesce(recipient, '') AS recipient, payload, metadata,
                   leaf_hash
              FROM ledger.event
            """;

    private static final String FROM = COLUMNS + " WHERE position >= ? ORDER BY position LIMIT ?";

    private static final String OF_STREAM =
            COLUMNS + " WHERE stream_id = ? AND stream_sequence > ? ORDER BY stream_sequence LIMIT ?";

    /** Each part has an index of its own, and neither is read further than the page goes. */
    private static final String OF_RECIPIENT = "(" + COLUMNS
            + " WHERE recipient = :recipient AND position > :after ORDER BY position LIMIT :limit) UNION ALL ("
            + COLUMNS
            + " WHERE stream_id = :stream AND position > :after ORDER BY stream_sequence LIMIT :limit)"
            + " ORDER BY position LIMIT :limit";

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
        return jdbc.sql(COLUMNS + " " + selection.sql())
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
        return rows(position, limit, LedgerEntries::withLeaf);
    }

    /**
     * Those of one stream with their leaves, in order.
     *
     * @param after only later in the stream than this sequence; -1 for all
     * @throws BrokenTreeException if the hash of a leaf is none
     */
    public List<StoredEntry> withLeavesOfStream(String streamId, long after, int limit) {
        return jdbc.sql(OF_STREAM)
                .params(streamId, after, limit)
                .query(LedgerEntries::withLeaf)
                .list();
    }

    /**
     * Transfers to one recipient, and its own events, with their leaves, in order of position.
     *
     * @param after only later positions; -1 for all
     * @throws BrokenTreeException if the hash of a leaf is none
     */
    public List<StoredEntry> withLeavesOfRecipient(String recipient, long after, int limit) {
        return jdbc.sql(OF_RECIPIENT)
                .param("recipient", recipient)
                .param("stream", Recipient.streamId(recipient))
                .param("after", after)
                .param("limit", limit)
                .query(LedgerEntries::withLeaf)
                .list();
    }

    private static StoredEntry withLeaf(ResultSet row, int number) throws SQLException {
        return new StoredEntry(entry(row), LedgerTree.hash(row.getBytes("leaf_hash")));
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
