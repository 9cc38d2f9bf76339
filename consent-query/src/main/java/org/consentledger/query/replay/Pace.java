package org.consentledger.query.replay;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How fast a replay goes. While events are being recorded it works only a small share of the time, as measured by what its
 * own batches took, so that the slower the machine the longer it pauses; while nothing is, it does not pause. Not for several
 * threads.
 */
final class Pace {

    /** How long after the last event was recorded the ledger still counts as busy. */
    private static final long BUSY_NANOS = Duration.ofSeconds(2).toNanos();

    /** How long a batch should take: short enough for a command to wait for it, or long enough not to waste round trips. */
    private static final double BUSY_BATCH_NANOS = Duration.ofMillis(10).toNanos();

    private static final double IDLE_BATCH_NANOS = Duration.ofMillis(200).toNanos();

    private static final int SIZE_MIN = 20;
    private static final int SIZE_MAX = 2_000;

    private final LongSupplier head;
    private final LongSupplier nanoTime;
    private final double share;
    private long lastHead;
    private long lastMove;
    private double size = SIZE_MIN;

    /**
     * @param head position of the newest event
     * @param share of the time to work while the ledger is busy, above 0 and up to 1
     */
    Pace(LongSupplier head, LongSupplier nanoTime, double share) {
        this.head = head;
        this.nanoTime = nanoTime;
        this.share = share;
        this.lastHead = head.getAsLong();
        // nobody knows yet
        this.lastMove = nanoTime.getAsLong();
    }

    /** How many things the next batch should be of. */
    int size() {
        return (int) size;
    }

    /**
     * A batch was done.
     *
     * @param nanos what it took
     * @return how long to pause, in nanoseconds
     */
    long worked(long nanos) {
        var busy = isBusy();
        var wanted = busy ? BUSY_BATCH_NANOS : IDLE_BATCH_NANOS;
        size = Math.clamp(size * Math.clamp(wanted / Math.max(1, nanos), 0.5, 2), SIZE_MIN, SIZE_MAX);
        return busy ? (long) (nanos * (1 / share - 1)) : 0;
    }

    private boolean isBusy() {
        var now = nanoTime.getAsLong();
        var at = head.getAsLong();
        if (at != lastHead) {
            lastHead = at;
            lastMove = now;
        }
        return now - lastMove < BUSY_NANOS;
    }
}
