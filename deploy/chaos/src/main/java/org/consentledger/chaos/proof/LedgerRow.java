package org.consentledger.chaos.proof;

import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.consentledger.chaos.ground.Postgres;

/** An event as it lies in the database. */
record LedgerRow(long position, String eventId, String type, UUID commandId, Instant recordedAt) {

    private static final String ALL =
            "SELECT position, event_id, event_type, command_id, recorded_at FROM ledger.event ORDER BY position";

    static List<LedgerRow> all(Postgres postgres) throws SQLException {
        try (var connection = postgres.connect();
                var statement = connection.createStatement();
                var result = statement.executeQuery(ALL)) {
            var rows = new ArrayList<LedgerRow>();
            while (result.next()) {
                rows.add(new LedgerRow(
                        result.getLong("position"),
                        result.getString("event_id"),
                        result.getString("event_type"),
                        result.getObject("command_id", UUID.class),
                        result.getObject("recorded_at", OffsetDateTime.class).toInstant()));
            }
            return rows;
        }
    }
}
