package org.consentledger.command.erasure;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.consentledger.subject.SubjectId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Erasures that are not over, as the ledger itself tells: nothing else has to be kept of them, and nothing can be lost. */
class Erasures {

    private static final String WAITING = """
              FROM ledger.event AS e JOIN keyring.subject AS s ON s.subject_id = e.stream_id
             WHERE e.event_type = 'ErasureRequested' AND s.erased_at IS NULL
            """;

    private static final String DUE = """
             AND ((e.payload::jsonb ->> 'heldUntil')::timestamptz <= ?
                  OR EXISTS (SELECT 1 FROM ledger.event AS r
                              WHERE r.stream_id = e.stream_id AND r.position > e.position
                                AND r.event_type = 'LegalHoldReleased'))
            """;

    private final JdbcClient jdbc;

    Erasures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A subject whose erasure waits, and where that was asked. */
    record Waiting(SubjectId subjectId, long position) {}

    /** Those whose hold ended as it was known, or was released since; in order of position. */
    List<Waiting> due(Instant now, long after, int limit) {
        return jdbc.sql("SELECT e.stream_id, e.position" + WAITING + DUE
                        + " AND e.position > ? ORDER BY e.position LIMIT ?")
                .params(now.atOffset(ZoneOffset.UTC), after, limit)
                .query((row, number) -> new Waiting(new SubjectId(row.getString("stream_id")), row.getLong("position")))
                .list();
    }

    long waiting() {
        return jdbc.sql("SELECT count(DISTINCT e.stream_id)" + WAITING)
                .query(Long.class)
                .single();
    }

    /**
     * Destroys keys that are there although their subject was erased: somebody restored an older state of them.
     *
     * @return how many
     */
    int destroyKeysOfErased() {
        return jdbc.sql("""
                UPDATE keyring.subject AS s
                   SET kek = NULL, wrapped_key = NULL, erased_at = (e.payload::jsonb ->> 'erasedAt')::timestamptz
                  FROM ledger.event AS e
                 WHERE e.event_type = 'SubjectErased' AND e.stream_id = s.subject_id AND s.erased_at IS NULL
                """).update();
    }
}
