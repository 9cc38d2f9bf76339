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
 * bounded time, until what it reads has come that far. However many wait, one look at the database serves them all.
 */
public final class ReadYourWrites {

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
        for (var name : projections) {
            var progress = live.named(name).orElseThrow().progress();
            var left = Duration.ofNanos(deadline - System.nanoTime());
            require(() -> progress.await(minPosition, left, () -> positions.of(name)));
        }
    }

    /**
     * Waits for the ledger itself, for queries that read no projection.
     *
     * @param minPosition null to wait for nothing
     * @throws ProblemException if the time is over: 503, to be tried again
     */
    public void awaitLedger(@Nullable Long minPosition) {
        if (minPosition != null && head.position() < minPosition && ledger.head() < minPosition) {
            require(() -> head.awaitBeyond(minPosition - 1, timeout));
        }
    }

    private static void require(Waiting waiting) {
        try {
            if (waiting.succeeds()) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new ProblemException(Problem.of(ProblemCode.POSITION_NOT_REACHED).retryAfter(RETRY_AFTER_SECONDS));
    }

    @FunctionalInterface
    private interface Waiting {
        boolean succeeds() throws InterruptedException;
    }
}
