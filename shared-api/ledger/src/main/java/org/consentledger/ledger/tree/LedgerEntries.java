package org.consentledger.ledger.tree;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.consentledger.log.entry.Entry;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Events exactly as they are stored, nothing decoded: what the log commits to. */
public final class LedgerEntries {

    private static final String COLUMNS = """
            SELECT position, event_id, stream_type, stream_id, stream_sequence, recorded_at, event_type, revision,
                   command_id, event_index, request_sha256, coalesce(recipient, '') AS recipient, payload, metadata
              FROM ledger.event
            """;

    private final JdbcClient jdbc;

    public LedgerEntries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In order of position, from one on. */
    public List<Entry> from(long position, int limit) {
        return jdbc.sql(COLUMNS + " WHERE position >= ? ORDER BY position LIMIT ?")
                .params(position, limit)
                .query((row, number) -> entry(row))
                .list();
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
