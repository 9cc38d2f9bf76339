package org.consentledger.query.replay;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One table of a live projection beside the one that a replay filled. Rows of both are of the event at their position. */
final class ComparedTable {

    private final String projection;
    private final String table;
    private final JdbcClient jdbc;
    private final Set<String> columns;

    ComparedTable(String projection, String table, JdbcClient jdbc) {
        this.projection = projection;
        this.table = table;
        this.jdbc = jdbc;
        this.columns = jdbc.sql("SELECT column_name FROM information_schema.columns"
                        + " WHERE table_schema = 'projection' AND table_name = ?")
                .param(table)
                .query((row, number) -> row.getString("column_name"))
                .set();
    }

    String projection() {
        return projection;
    }

    /** Whether its rows are of that: what a recipient got says nothing of what subjects said. */
    boolean has(ReplayScope scope) {
        return scope.column() == null || columns.contains(scope.column());
    }

    /** Where a range ends that has so many replayed rows. */
    long end(String schema, long after, int rows) {
        return jdbc.sql("SELECT position FROM %s.%s WHERE position > ? ORDER BY position OFFSET ? LIMIT 1"
                        .formatted(schema, table))
                .params(after, rows)
                .query(Long.class)
                .optional()
                .orElse(Long.MAX_VALUE);
    }

    /**
     * Writes the differences in a range down. What is live belongs to a replay of one subject if it says so, or if it stands
     * where one of the subject's events does: a row that was given to somebody else is found too.
     */
    void write(String schema, ReplayScope scope, long after, long end) {
        inUtc();
        var condition = scope.column() == null
                ? ""
                : "AND (%s = :value OR position IN (SELECT position FROM %s.%s WHERE position > :after AND position <= :end))"
                        .formatted(scope.column(), schema, table);
        jdbc.sql("""
            INSERT INTO %1$s.difference (projection, table_name, kind, position, event_id, subject_id, columns, live, replayed)
            SELECT :projection, :table,
                   CASE WHEN live.position IS NULL THEN 'MISSING' WHEN replayed.position IS NULL THEN 'UNEXPLAINED'
                        ELSE 'DIFFERENT' END,
                   coalesce(replayed.position, live.position), coalesce(replayed.event_id, live.event_id),
                   coalesce(%4$s), differing.columns, to_jsonb(live), to_jsonb(replayed)
              FROM (SELECT * FROM projection.%2$s
                     WHERE position > :after AND position <= :end %3$s) AS live
              FULL JOIN (SELECT * FROM %1$s.%2$s WHERE position > :after AND position <= :end) AS replayed
                ON live.position = replayed.position
             CROSS JOIN LATERAL (
                   SELECT coalesce(array_agg(one.key ORDER BY one.key), '{}') AS columns
                     FROM jsonb_each(to_jsonb(live)) AS one
                     JOIN jsonb_each(to_jsonb(replayed)) AS other ON other.key = one.key
                    WHERE one.value IS DISTINCT FROM other.value
                      AND live.position IS NOT NULL AND replayed.position IS NOT NULL) AS differing
             WHERE live.position IS NULL OR replayed.position IS NULL
                OR ROW(live.*) IS DISTINCT FROM ROW(replayed.*)
             ORDER BY coalesce(replayed.position, live.position)
            """.formatted(schema, table, condition, subject("replayed", "live")))
                .param("projection", projection)
                .param("table", table)
                .param("after", after)
                .param("end", end)
                .param("value", scope.value())
                .update();
    }

    /**
     * Writes rows down that stand where the projection has seen no event.
     *
     * @param reached where the live projection was before
     */
    void writeBeyond(String schema, ReplayScope scope, long reached) {
        inUtc();
        var condition = scope.column() == null ? "" : "AND " + scope.column() + " = :value";
        jdbc.sql("""
            INSERT INTO %1$s.difference (projection, table_name, kind, position, event_id, subject_id, columns, live)
            SELECT :projection, :table, 'UNEXPLAINED', live.position, live.event_id, %4$s, '{}', to_jsonb(live)
              FROM projection.%2$s AS live
             WHERE live.position > :reached %3$s
             ORDER BY live.position
            """.formatted(schema, table, condition, subject("live", null)))
                .param("projection", projection)
                .param("table", table)
                .param("reached", reached)
                .param("value", scope.value())
                .update();
    }

    /** Of what was written so, what the projection added meanwhile. */
    void removeExplained(String schema, long reachedBefore, long reached) {
        jdbc.sql("DELETE FROM %s.difference WHERE table_name = ? AND position > ? AND position <= ?".formatted(schema))
                .params(table, reachedBefore, reached)
                .update();
    }

    /** Times are written down as text. */
    private void inUtc() {
        jdbc.sql("SET LOCAL TimeZone = 'UTC'").update();
    }

    private String subject(String one, @Nullable String other) {
        if (!columns.contains("subject_id")) {
            return "NULL";
        }
        return other == null ? one + ".subject_id" : one + ".subject_id, " + other + ".subject_id";
    }
}
