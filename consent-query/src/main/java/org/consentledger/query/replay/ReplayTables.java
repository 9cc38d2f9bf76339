package org.consentledger.query.replay;

import java.util.List;
import java.util.UUID;
import org.consentledger.query.projection.Projection;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/**
 * The tables of one replay, in a schema of its own. They are not logged for recovery: nothing of what commands wait for has
 * to be written for them, and after a crash of the database they are empty, which {@code complete} tells.
 */
@Component
class ReplayTables {

    private static final List<String> OWN =
            List.of("""
            CREATE UNLOGGED TABLE %s.consent_state (
                subject_id text NOT NULL, purpose text NOT NULL, state text NOT NULL, since timestamptz, until timestamptz,
                notice text, notice_version text, form text, event_id text, erased_at timestamptz,
                PRIMARY KEY (subject_id, purpose))
            """, """
            CREATE UNLOGGED TABLE %s.objection_state (
                subject_id text NOT NULL, purpose text NOT NULL, since timestamptz NOT NULL, event_id text NOT NULL,
                erased_at timestamptz, PRIMARY KEY (subject_id, purpose))
            """, """
            CREATE UNLOGGED TABLE %s.difference (
                number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, projection text NOT NULL, table_name text NOT NULL,
                kind text NOT NULL, position bigint NOT NULL, event_id text, subject_id text, columns text[] NOT NULL,
                live jsonb, replayed jsonb)
            """, "CREATE UNLOGGED TABLE %s.complete (replay uuid NOT NULL)");

    private final JdbcOperations jdbc;
    private final List<Projection> projections;

    ReplayTables(JdbcOperations jdbc, List<Projection> projections) {
        this.jdbc = jdbc;
        this.projections = List.copyOf(projections);
    }

    /** Empty ones, within the caller's transaction; what may be there goes. */
    void make(int slot) {
        drop(slot);
        var schema = Replay.schema(slot);
        for (var projection : projections) {
            for (var table : projection.tables()) {
                jdbc.execute("CREATE UNLOGGED TABLE %1$s.%2$s (LIKE projection.%2$s INCLUDING ALL)"
                        .formatted(schema, table));
            }
        }
        OWN.forEach(table -> jdbc.execute(table.formatted(schema)));
    }

    /** All of them, within the caller's transaction; gives way to whoever reads them for long. */
    void drop(int slot) {
        jdbc.execute("SET LOCAL lock_timeout = '5s'");
        jdbc.queryForList(
                        "SELECT format('%I.%I', schemaname, tablename) FROM pg_tables WHERE schemaname = ?",
                        String.class, Replay.schema(slot))
                .forEach(table -> jdbc.execute("DROP TABLE " + table));
    }

    /** Everything that belongs to the replay stands there. */
    void complete(int slot, UUID id) {
        jdbc.update("INSERT INTO %s.complete (replay) VALUES (?)".formatted(Replay.schema(slot)), id);
    }
}
