package org.consentledger.query.replay;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.consentledger.ledger.store.LedgerSchema;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is known of each replay, in the database: whichever node is asked knows it, and a restart forgets nothing. */
@Component
class ReplayRows {

    /** Those that ended long ago are forgotten. */
    private static final int KNOWN_MAX = 100;

    private static final String SELECT = "SELECT * FROM replay.replay";

    private final JdbcClient jdbc;

    /** @param schema makes sure that the tables are there */
    ReplayRows(JdbcClient jdbc, LedgerSchema schema) {
        this.jdbc = jdbc;
    }

    /** Has it wait for its turn; false if too many do already. The same for all nodes, as they are counted in turn. */
    boolean add(Replay replay, int waitingMax) {
        jdbc.sql("SELECT pg_advisory_xact_lock(:lock)")
                .param("lock", ReplayTurns.ADDING)
                .query((row, number) -> true)
                .list();
        var waiting = jdbc.sql("SELECT count(*) FROM replay.replay WHERE state = 'QUEUED'")
                .query(Integer.class)
                .single();
        if (waiting >= waitingMax) {
            return false;
        }
        jdbc.sql("""
                INSERT INTO replay.replay (id, requested_at, client_id, subject_id, recipient, target, recorded_by, as_of, state)
                VALUES (:id, :requestedAt, :clientId, :subjectId, :recipient, :target, :recordedBy, :asOf, 'QUEUED')
                """)
                .param("id", replay.id())
                .param("requestedAt", sql(replay.requestedAt()))
                .param("clientId", replay.clientId())
                .param("subjectId", replay.scope().subjectId())
                .param("recipient", replay.scope().recipient())
                .param("target", replay.target())
                .param("recordedBy", replay.recordedBy() == null ? null : sql(replay.recordedBy()))
                .param("asOf", sql(replay.asOf()))
                .update();
        jdbc.sql("""
                DELETE FROM replay.replay
                 WHERE slot IS NULL AND state NOT IN ('QUEUED', 'RUNNING')
                   AND number <= (SELECT number FROM replay.replay ORDER BY number DESC OFFSET :known LIMIT 1)
                """).param("known", KNOWN_MAX).update();
        return true;
    }

    private static OffsetDateTime sql(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }

    Optional<Replay> find(UUID id) {
        return jdbc.sql(SELECT + " WHERE id = ?")
                .param(id)
                .query(ReplayRows::replay)
                .optional();
    }

    /** The newest first. */
    List<Replay> all() {
        return jdbc.sql(SELECT + " ORDER BY number DESC")
                .query(ReplayRows::replay)
                .list();
    }

    /** Whether there is something to run, or to clear away. */
    boolean hasWork(Duration keptFor) {
        return jdbc.sql("""
                SELECT EXISTS (SELECT FROM replay.replay
                                WHERE state IN ('QUEUED', 'RUNNING')
                                   OR (slot IS NOT NULL AND (state <> 'DONE' OR finished_at < clock_timestamp() - :kept * interval '1 second')))
                """)
                .param("kept", keptFor.toSeconds())
                .query(Boolean.class)
                .single();
    }

    /** Those that hold a schema for nothing: lost with their node, cancelled, or kept long enough. */
    List<Replay> toClear(Duration keptFor) {
        return jdbc.sql(SELECT + """
                 WHERE state = 'RUNNING'
                    OR (slot IS NOT NULL AND (state <> 'DONE' OR finished_at < clock_timestamp() - :kept * interval '1 second'))
                """)
                .param("kept", keptFor.toSeconds())
                .query(ReplayRows::replay)
                .list();
    }

    /** The one whose turn it is; nobody else may change it until the transaction ends. */
    Optional<Replay> next() {
        return jdbc.sql(SELECT + " WHERE state = 'QUEUED' ORDER BY number LIMIT 1 FOR UPDATE SKIP LOCKED")
                .query(ReplayRows::replay)
                .optional();
    }

    /** A schema that nobody holds. */
    Optional<Integer> freeSlot() {
        return jdbc.sql("""
                SELECT n FROM generate_series(1, 8) AS n
                 WHERE NOT EXISTS (SELECT FROM replay.replay WHERE slot = n) ORDER BY n LIMIT 1
                """).query(Integer.class).optional();
    }

    /** Whose results are the oldest. */
    Optional<Replay> oldestKept() {
        return jdbc.sql(SELECT + " WHERE state = 'DONE' AND slot IS NOT NULL ORDER BY finished_at LIMIT 1 FOR UPDATE")
                .query(ReplayRows::replay)
                .optional();
    }

    void begin(UUID id, int slot, long eventsTotal) {
        jdbc.sql("""
                UPDATE replay.replay
                   SET state = 'RUNNING', phase = 'READING', slot = :slot, events_total = :total, started_at = clock_timestamp()
                 WHERE id = :id
                """)
                .param("slot", slot)
                .param("total", eventsTotal)
                .param("id", id)
                .update();
    }

    /** Whether it may go on: not if somebody cancelled it, or took it for lost. */
    boolean advance(
            UUID id, ReplayPhase phase, long position, long eventsRead, long eventsPerSecond, double shareDone) {
        return jdbc.sql("""
                UPDATE replay.replay
                   SET phase = :phase, position = :position, events_read = :read, events_per_second = :rate, share_done = :done
                 WHERE id = :id AND state = 'RUNNING'
                """)
                        .param("phase", phase.name())
                        .param("position", position)
                        .param("read", eventsRead)
                        .param("rate", eventsPerSecond)
                        .param("done", shareDone)
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Whether it was still running. */
    boolean done(UUID id, String outcome) {
        return jdbc.sql("""
                UPDATE replay.replay
                   SET state = 'DONE', phase = NULL, share_done = 1, outcome = :outcome, finished_at = clock_timestamp()
                 WHERE id = :id AND state = 'RUNNING'
                """).param("outcome", outcome).param("id", id).update() == 1;
    }

    void fail(UUID id, String kind) {
        jdbc.sql("""
                UPDATE replay.replay SET state = 'FAILED', phase = NULL, failure = :kind, finished_at = clock_timestamp()
                 WHERE id = :id AND state = 'RUNNING'
                """).param("kind", kind).param("id", id).update();
    }

    /** To begin anew, on whichever node is there. */
    void requeue(UUID id) {
        jdbc.sql("""
                UPDATE replay.replay
                   SET state = 'QUEUED', phase = NULL, position = -1, events_read = 0, events_total = NULL,
                       events_per_second = 0, share_done = 0, started_at = NULL
                 WHERE id = :id AND state = 'RUNNING'
                """).param("id", id).update();
    }

    /** Whether there was something to cancel. */
    boolean cancel(UUID id) {
        return jdbc.sql("""
                UPDATE replay.replay SET state = 'CANCELLED', phase = NULL, finished_at = clock_timestamp()
                 WHERE id = :id AND state IN ('QUEUED', 'RUNNING')
                """).param("id", id).update() == 1;
    }

    void letGoOfSlot(UUID id) {
        jdbc.sql("UPDATE replay.replay SET slot = NULL WHERE id = ?").param(id).update();
    }

    /**
     * Forgets it.
     *
     * @return the schema that it held as it was removed: one that was read before may be another's by then
     */
    Optional<Integer> remove(UUID id) {
        return jdbc
                .sql("DELETE FROM replay.replay WHERE id = ? RETURNING slot")
                .param(id)
                .query((row, number) -> Optional.ofNullable(row.getObject("slot", Integer.class)))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Replay replay(ResultSet row, int number) throws SQLException {
        var phase = row.getString("phase");
        return new Replay(
                row.getObject("id", UUID.class),
                row.getObject("requested_at", OffsetDateTime.class).toInstant(),
                row.getString("client_id"),
                ReplayScope.of(row.getString("subject_id"), row.getString("recipient")),
                row.getLong("target"),
                time(row, "recorded_by"),
                row.getObject("as_of", OffsetDateTime.class).toInstant(),
                ReplayState.valueOf(row.getString("state")),
                phase == null ? null : ReplayPhase.valueOf(phase),
                time(row, "started_at"),
                time(row, "finished_at"),
                row.getLong("position"),
                row.getLong("events_read"),
                row.getObject("events_total", Long.class),
                row.getLong("events_per_second"),
                row.getDouble("share_done"),
                row.getString("failure"),
                row.getString("outcome"),
                row.getObject("slot", Integer.class));
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
