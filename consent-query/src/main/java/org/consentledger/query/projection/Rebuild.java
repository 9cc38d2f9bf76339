package org.consentledger.query.projection;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.consentledger.ledger.reading.EventFilter;
import org.consentledger.ledger.reading.LedgerReader;
import org.consentledger.ledger.reading.RecordedEvent;
import org.consentledger.query.projection.RebuildProgress.State;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.transaction.support.TransactionOperations;

/**
 * One rebuild of one projection. Copies of its tables are filled from position 0; when they have caught up with the
 * tables in use they take their place, in one transaction that holds the projection's token. Queries see the old rows
 * or the new ones, and the processor goes on from its token as if nothing had happened. A rebuild that fails leaves the
 * tables in use as they are.
 */
final class Rebuild implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Rebuild.class);

    private static final int PAGE_EVENTS = 5_000;

    /** How far behind the copies may be when the processor is halted for the swap. */
    private static final int SWAP_EVENTS_MAX = 1_000;

    private static final int SWAP_ATTEMPTS_MAX = 30;
    private static final Duration SWAP_PAUSE = Duration.ofSeconds(1);

    /** PostgreSQL's code for a lock that was not to be had in time. */
    private static final String LOCK_TIMEOUT = "55P03";

    private final Projection projection;
    private final LedgerReader ledger;
    private final ProjectionPositions positions;
    private final JdbcOperations jdbc;
    private final Copies copies;
    private final TransactionOperations transaction;
    private final Clock clock;
    private final Instant startedAt;
    private volatile long position = -1;
    private volatile long target = -1;
    private volatile State state = State.RUNNING;
    private volatile @Nullable String failure;
    private volatile @Nullable Instant finishedAt;
    private final CountDownLatch stopped = new CountDownLatch(1);

    Rebuild(
            Projection projection,
            LedgerReader ledger,
            ProjectionPositions positions,
            JdbcOperations jdbc,
            TransactionOperations transaction,
            Clock clock) {
        this.projection = projection;
        this.ledger = ledger;
        this.positions = positions;
        this.jdbc = jdbc;
        this.copies = new Copies(projection, jdbc);
        this.transaction = transaction;
        this.clock = clock;
        this.startedAt = clock.instant();
    }

    @Override
    public void run() {
        LOG.info("rebuild of projection {} started", projection.name());
        try {
            transaction.executeWithoutResult(status -> copies.make());
            catchUp();
            transaction.executeWithoutResult(status -> copies.makeIndexes());
            // with what came meanwhile
            catchUp();
            transaction.executeWithoutResult(status -> copies.analyze());
            swap();
            finish(State.DONE, null);
            LOG.info("rebuild of projection {} finished at position {}", projection.name(), position);
        } catch (RuntimeException e) {
            finish(State.FAILED, e.getClass().getSimpleName());
            LOG.error(
                    "rebuild of projection {} failed; its tables stay as they were: {}",
                    projection.name(),
                    LoggedCause.of(e));
            dropCopies();
        } finally {
            if (state == State.RUNNING) {
                finish(State.FAILED, "Error");
            }
        }
    }

    /** Gives up before the next page. */
    void stop() {
        stopped.countDown();
    }

    RebuildProgress progress() {
        var end = finishedAt == null ? clock.instant() : finishedAt;
        var millis = Math.max(1, Duration.between(startedAt, end).toMillis());
        var percent = state == State.DONE ? 100 : Math.min(99, 100 * (position + 1) / Math.max(1, target + 1));
        return new RebuildProgress(
                state,
                position,
                target,
                (int) percent,
                (position + 1) * 1_000 / millis,
                failure,
                startedAt,
                finishedAt);
    }

    private void finish(State end, @Nullable String kind) {
        failure = kind;
        finishedAt = clock.instant();
        state = end;
    }

    /** Never beyond the tables in use, as the processor goes on from there. */
    private void catchUp() {
        do {
            target = positions.of(projection.name());
            try (var pages = new ReadAhead(ledger, position, PAGE_EVENTS)) {
                while (position < target) {
                    if (isStopped()) {
                        throw new RebuildStoppedException();
                    }
                    var page = pages.next();
                    var reached = transaction.execute(status -> project(page, target));
                    position = Objects.requireNonNull(reached);
                }
            }
        } while (position + SWAP_EVENTS_MAX < positions.of(projection.name()));
    }

    private long project(List<RecordedEvent> page, long last) {
        var wanted = page.stream().filter(event -> event.position() <= last).toList();
        if (wanted.isEmpty()) {
            throw new IllegalStateException("the projection is ahead of the ledger");
        }
        projection.project(wanted, ProjectionSchema.REBUILD);
        return wanted.getLast().position();
    }

    /**
     * While this waits for running queries to let go of a table, new ones queue up behind it: so it gives way soon, lets
     * them through, and tries again.
     */
    private void swap() {
        for (var attempt = 1; ; attempt++) {
            try {
                var reached = transaction.execute(status -> takeTheirPlace());
                position = Objects.requireNonNull(reached);
                return;
            } catch (DataAccessException e) {
                if (isStopped() || attempt == SWAP_ATTEMPTS_MAX || !isLockTimeout(e)) {
                    throw e;
                }
                LOG.info("rebuild of projection {} waits for queries to end", projection.name());
                pause();
            }
        }
    }

    private void pause() {
        try {
            if (stopped.await(SWAP_PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new RebuildStoppedException();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RebuildStoppedException();
        }
    }

    private boolean isStopped() {
        return stopped.getCount() == 0;
    }

    private long takeTheirPlace() {
        jdbc.execute("SET LOCAL lock_timeout = '300ms'");
        var held = positions.hold(projection.name());
        var at = position;
        while (at < held) {
            at = project(ledger.read(EventFilter.everything(at, SWAP_EVENTS_MAX)), held);
        }
        copies.takeTheirPlace();
        return at;
    }

    private static boolean isLockTimeout(DataAccessException e) {
        return e.getMostSpecificCause() instanceof SQLException cause && LOCK_TIMEOUT.equals(cause.getSQLState());
    }

    private void dropCopies() {
        try {
            copies.drop();
        } catch (RuntimeException e) {
            LOG.warn(
                    "copies of projection {} are left over; the next rebuild drops them: {}",
                    projection.name(),
                    LoggedCause.of(e));
        }
    }
}
