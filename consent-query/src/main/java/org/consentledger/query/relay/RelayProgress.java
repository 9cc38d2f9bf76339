package org.consentledger.query.relay;

import java.util.function.LongSupplier;

/** What this node knows of its relaying, for metrics. */
final class RelayProgress {

    private static final double NANOS_PER_SECOND = 1e9;

    private final LongSupplier head;
    private volatile boolean isActive;
    private volatile boolean isKnown;
    private volatile long position;
    private volatile long atEndNanos;
    private volatile long events;
    private volatile long failures;

    /** @param head position of the ledger's newest event, as this node knows it */
    RelayProgress(LongSupplier head) {
        this.head = head;
    }

    /** It is this node's turn, or it tries to have it because nobody seems to. */
    void active() {
        if (!isActive) {
            atEndNanos = System.nanoTime();
            isKnown = false;
        }
        isActive = true;
    }

    /** Another node has its turn. */
    void standingBy() {
        isActive = false;
        isKnown = false;
    }

    /** So far it went out before. */
    void resumedAfter(long at) {
        position = at;
        isKnown = true;
    }

    /** Events went out. */
    @SuppressWarnings("NonAtomicVolatileUpdate") // one thread writes
    void relayed(long at, int count) {
        position = at;
        events += count;
    }

    /** All that there is has gone out. */
    void atEnd() {
        atEndNanos = System.nanoTime();
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // one thread writes
    void failed() {
        failures++;
    }

    boolean isActive() {
        return isActive;
    }

    /** NaN if it is not known here. */
    double position() {
        return isActive && isKnown ? position : Double.NaN;
    }

    /** Events that have not gone out; NaN if it is not known here. */
    double lagEvents() {
        return isActive && isKnown ? Math.max(0, head.getAsLong() - position) : Double.NaN;
    }

    /** Since when something has been waiting to go out, in seconds; NaN on a node that stands by. */
    double lagSeconds() {
        if (!isActive) {
            return Double.NaN;
        }
        return isKnown && position >= head.getAsLong() ? 0 : (System.nanoTime() - atEndNanos) / NANOS_PER_SECOND;
    }

    double events() {
        return events;
    }

    double failures() {
        return failures;
    }
}
