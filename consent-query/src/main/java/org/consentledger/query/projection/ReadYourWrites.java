package org.consentledger.query.projection;

import java.time.Duration;
import java.util.List;
import org.consentledger.http.problem.Problem;
import org.consentledger.http.problem.ProblemCode;
import org.consentledger.http.problem.ProblemException;
import org.consentledger.ledger.reading.LedgerReader;
import org.jspecify.annotations.Nullable;

/**
 * Lets a query see what its caller has just written: a command's answer names a position, and the query waits, for a
 * bounded time, until what it reads has come that far.
 */
public final class ReadYourWrites {

    /** How long to rely on this process's own progress before looking into the database. */
    private static final long STEP_MILLIS = 20;

    private static final long RETRY_AFTER_SECONDS = 1;

    private final LiveProjections live;
    private final ProjectionPositions positions;
    private final LedgerHead head;
    private final LedgerReader ledger;
    private final Duration timeout;

    ReadYourWrites(
            LiveProjections live,
            ProjectionPositions positions,
            LedgerHead head,
            LedgerReader ledger,
            Duration timeout) {
        this.live = live;
        this.positions = positions;
        this.head = head;
        this.ledger = ledger;
        this.timeout = timeout;
    }

    /**
     * Waits for projections.
     *
     * @param minPosition null to wait for nothing
     * @throws ProblemException if the time is over: 503, to be tried again
     */
    public void await(@Nullable Long minPosition, List<String> projections) {
        if (minPosition == null) {
            return;
        }
        var deadline = System.nanoTime() + timeout.toNanos();
        projections.forEach(name -> await(minPosition, live.named(name).orElseThrow(), deadline));
    }

    /**
     * Waits for the ledger itself, for queries that read no projection.
     *
     * @param minPosition null to wait for nothing
     * @throws ProblemException if the time is over: 503, to be tried again
     */
    public void awaitLedger(@Nullable Long minPosition) {
        if (minPosition == null || ledger.head() >= minPosition) {
            return;
        }
        try {
            if (!head.awaitBeyond(minPosition - 1, timeout)) {
                throw notReached();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw notReached();
        }
    }

    private void await(long wanted, LiveProjection projection, long deadline) {
        try {
            while (positions.of(projection.name()) < wanted) {
                if (System.nanoTime() - deadline > 0) {
                    throw notReached();
                }
                if (projection.progress().await(wanted, STEP_MILLIS)) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw notReached();
        }
    }

    private static ProblemException notReached() {
        return new ProblemException(Problem.of(ProblemCode.POSITION_NOT_REACHED).retryAfter(RETRY_AFTER_SECONDS));
    }
}
