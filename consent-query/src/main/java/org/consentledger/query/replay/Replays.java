package org.consentledger.query.replay;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.consentledger.http.problem.Fault;
import org.consentledger.http.problem.FaultCode;
import org.consentledger.http.problem.Problem;
import org.consentledger.http.problem.ProblemCode;
import org.consentledger.http.problem.ProblemException;
import org.consentledger.ledger.reading.LedgerReader;
import org.consentledger.ledger.serial.LedgerJson;
import org.consentledger.query.access.AccessLog;
import org.consentledger.query.access.ReadOperation;
import org.consentledger.query.access.Reader;
import org.consentledger.query.subject.SubjectFilter;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/** Asks for replays, looks how they stand, and ends them. */
@Component
public final class Replays {

    private static final long RETRY_AFTER_SECONDS = 30;

    private final ReplayRows rows;
    private final ReplayTables tables;
    private final ReplayWorker worker;
    private final ReplayProperties properties;
    private final LedgerReader ledger;
    private final SubjectFilter subjects;
    private final AccessLog accesses;
    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final Clock clock;

    Replays(
            ReplayRows rows,
            ReplayTables tables,
            ReplayWorker worker,
            ReplayProperties properties,
            LedgerReader ledger,
            SubjectFilter subjects,
            AccessLog accesses,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.rows = rows;
        this.tables = tables;
        this.worker = worker;
        this.properties = properties;
        this.ledger = ledger;
        this.subjects = subjects;
        this.accesses = accesses;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Has a replay wait for its turn; it goes on whether or not anybody looks.
     *
     * @throws ProblemException if it cannot be of that, or too many wait already: 422, 503
     */
    ReplayView start(ReplayRequest wanted, Reader reader) {
        var scope = ReplayScope.of(subject(wanted), wanted.recipient());
        var replay = replay(wanted, scope, reader.caller().clientId());
        accesses.enter(reader, ReadOperation.START_REPLAY, scope.subjectId());
        var added = transaction.execute(status -> rows.add(replay, properties.waitingMax()));
        if (!Boolean.TRUE.equals(added)) {
            throw new ProblemException(Problem.of(ProblemCode.UNAVAILABLE, "too many replays wait for their turn")
                    .retryAfter(RETRY_AFTER_SECONDS));
        }
        worker.wake();
        return ReplayView.of(replay, clock.instant(), null, null);
    }

    private @Nullable String subject(ReplayRequest wanted) {
        if (wanted.subject() == null) {
            return wanted.subjectId();
        }
        var id = subjects.known(wanted.subject()).legibleId();
        if (id == null) {
            throw wrong(
                    "/subject",
                    "must lead to somebody whom the ledger knows; of somebody who was erased, give the subjectId");
        }
        return id;
    }

    private Replay replay(ReplayRequest wanted, ReplayScope scope, String clientId) {
        var now = clock.instant();
        var head = ledger.head();
        var position = wanted.position();
        var recordedBy = wanted.recordedBy();
        if (position != null && position > head) {
            throw wrong("/position", "must not lie beyond the newest event");
        }
        if (recordedBy != null && recordedBy.isAfter(now)) {
            throw wrong("/recordedBy", "must not lie in the future");
        }
        long target = position != null ? position : recordedBy != null ? ledger.lastRecordedBy(recordedBy) : head;
        Instant asOf = position != null
                ? ledger.recordedAt(position).orElse(now)
                : Objects.requireNonNullElse(recordedBy, now);
        return new Replay(
                UUID.randomUUID(),
                now,
                clientId,
                scope,
                target,
                recordedBy,
                asOf,
                ReplayState.QUEUED,
                null,
                null,
                null,
                -1,
                0,
                null,
                0,
                0,
                null,
                null,
                null);
    }

    private static ProblemException wrong(String pointer, String detail) {
        return new ProblemException(Problem.of(List.of(Fault.inBody(pointer, FaultCode.INVALID, detail))));
    }

    /** The newest first, without their reports. */
    public List<ReplayView> all() {
        return rows.all().stream().map(replay -> view(replay, null)).toList();
    }

    /**
     * How one stands and, if it is done, what it found.
     *
     * @throws ProblemException if there is none: 404
     */
    public ReplayView one(UUID id, Reader reader) {
        var replay = known(id);
        var outcome = replay.outcome();
        accesses.enter(reader, ReadOperation.REPLAY, replay.scope().subjectId());
        return view(replay, outcome == null ? null : LedgerJson.mapper().readValue(outcome, ReplayReport.class));
    }

    /**
     * How far one has come.
     *
     * @throws ProblemException if there is none: 404
     */
    public ReplayView progress(UUID id) {
        return view(known(id), null);
    }

    /**
     * Cancels one; one that has ended already stays as it is.
     *
     * @throws ProblemException if there is none: 404
     */
    public void cancel(UUID id) {
        transaction.executeWithoutResult(status -> {
            if (!rows.cancel(id)) {
                known(id);
            }
        });
    }

    /**
     * Cancels one that has not ended; removes one that has, with all that it rebuilt.
     *
     * @throws ProblemException if there is none: 404
     */
    public void end(UUID id) {
        transaction.executeWithoutResult(status -> {
            if (!rows.cancel(id)) {
                known(id);
                rows.remove(id).ifPresent(tables::drop);
            }
        });
    }

    Replay known(UUID id) {
        return rows.find(id)
                .orElseThrow(() -> new ProblemException(
                        Problem.of(ProblemCode.NOT_FOUND, "there is no replay of that id, or no longer")));
    }

    private ReplayView view(Replay replay, @Nullable ReplayReport report) {
        return ReplayView.of(replay, clock.instant(), keptUntil(replay).orElse(null), report);
    }

    private Optional<Instant> keptUntil(Replay replay) {
        return Optional.ofNullable(replay.finishedAt())
                .filter(finishedAt -> isWhole(replay))
                .map(finishedAt -> finishedAt.plus(properties.keptFor()));
    }

    /** Whether all that it rebuilt is there: after a crash of the database it is not. */
    boolean isWhole(Replay replay) {
        return replay.state() == ReplayState.DONE
                && replay.slot() != null
                && jdbc.sql("SELECT EXISTS (SELECT FROM %s.complete WHERE replay = ?)"
                                .formatted(Replay.schema(replay.slot())))
                        .param(replay.id())
                        .query(Boolean.class)
                        .single();
    }
}
