package org.consentledger.query.replay;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.consentledger.ledger.serial.LedgerJson;
import org.consentledger.query.projection.LedgerHead;
import org.consentledger.query.projection.LoggedCause;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs replays, one after the other, and clears away what is left of others. To be called by whose turn it is. */
@Component
class ReplayRunner {

    private static final Logger LOG = LoggerFactory.getLogger(ReplayRunner.class);

    /** The node that ran it is gone: it was killed, or lost its database. */
    private static final String NODE_LOST = "NodeLost";

    private final ReplayRows rows;
    private final ReplayTables tables;
    private final ReplayEvents events;
    private final Reading reading;
    private final Summing summing;
    private final Comparing comparing;
    private final LedgerHead head;
    private final ReplayProperties properties;
    private final TransactionOperations transaction;
    private volatile @Nullable Course running;

    ReplayRunner(
            ReplayRows rows,
            ReplayTables tables,
            ReplayEvents events,
            Reading reading,
            Summing summing,
            Comparing comparing,
            LedgerHead head,
            ReplayProperties properties,
            PlatformTransactionManager transactions) {
        this.rows = rows;
        this.tables = tables;
        this.events = events;
        this.reading = reading;
        this.summing = summing;
        this.comparing = comparing;
        this.head = head;
        this.properties = properties;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** How much of the one that runs here is done, 0 to 1; empty if none does. */
    Optional<Double> progress() {
        return Optional.ofNullable(running).map(Course::done);
    }

    /** Nobody else runs one: those that say so were left behind. */
    void clear() {
        for (var left : rows.toClear(properties.keptFor())) {
            transaction.executeWithoutResult(status -> {
                rows.fail(left.id(), NODE_LOST);
                letGo(left.id(), left.slot());
            });
            LOG.info("what replay {} rebuilt was removed", left.id());
        }
    }

    private void letGo(UUID id, @Nullable Integer slot) {
        if (slot != null) {
            rows.letGoOfSlot(id);
            tables.drop(slot);
        }
    }

    /** Runs the next one to its end; false if none waits. */
    boolean runNext(CountDownLatch stopped) {
        var claimed = transaction.execute(status -> rows.next().map(next -> begin(next, stopped)));
        if (claimed == null || claimed.isEmpty()) {
            return false;
        }
        run(claimed.get(), stopped);
        return true;
    }

    private Course begin(Replay next, CountDownLatch stopped) {
        var slot = rows.freeSlot().orElseGet(this::takenFromOldest);
        tables.make(slot);
        rows.begin(next.id(), slot, events.count(next.scope(), next.target()));
        return new Course(
                next, slot, rows, transaction, head, properties.shareWhileBusy().doubleValue(), stopped);
    }

    /** A bounded number of results is kept. */
    private int takenFromOldest() {
        var oldest = rows.oldestKept().orElseThrow(() -> new IllegalStateException("all schemas are taken"));
        rows.letGoOfSlot(oldest.id());
        return Objects.requireNonNull(oldest.slot());
    }

    private void run(Course course, CountDownLatch stopped) {
        var id = course.replay().id();
        running = course;
        LOG.info("replay {} started", id);
        try {
            finish(course, report(course));
            LOG.info("replay {} is done", id);
        } catch (ReplayEndedException e) {
            end(course, () -> rows.requeue(id));
            LOG.info("replay {} {}", id, stopped.getCount() == 0 ? "begins anew elsewhere" : "was cancelled");
        } catch (RuntimeException e) {
            LOG.error("replay {} failed: {}", id, LoggedCause.of(e));
            end(course, () -> rows.fail(id, e.getClass().getSimpleName()));
        } finally {
            running = null;
        }
    }

    private ReplayReport report(Course course) {
        var replay = course.replay();
        var verification = reading.read(course, events.count(replay.scope(), replay.target()));
        var state = summing.sum(course);
        return new ReplayReport(verification, state, comparing.compare(course));
    }

    private void finish(Course course, ReplayReport report) {
        transaction.executeWithoutResult(status -> {
            tables.complete(course.slot(), course.replay().id());
            if (!rows.done(course.replay().id(), LedgerJson.mapper().writeValueAsString(report))) {
                throw new ReplayEndedException();
            }
        });
    }

    /** @param change of a replay that is still taken to be running; of one that was cancelled it changes nothing */
    private void end(Course course, Runnable change) {
        transaction.executeWithoutResult(status -> {
            change.run();
            letGo(course.replay().id(), course.slot());
        });
    }
}
