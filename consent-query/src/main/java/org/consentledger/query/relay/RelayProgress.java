package org.consentledger.query.relay;

import java.util.function.LongSupplier;

/** What this node knows of its relaying, for metrics. */
final class RelayProgress {

    private static final double NANOS_PER_SECOND = 1e9;

    private final LongSupplier head;
    private final LongSupplier nanos;
    private volatile boolean isActive;
    private volatile boolean isKnown;
    private volatile long position;
    private volatile long atEndNanos;
    private volatile boolean isFailing;
    private volatile long failingSinceNanos;
    private volatile long events;
    private volatile long failures;

    /** @param head position of the ledger's newest event, as this node knows it */
    RelayProgress(LongSupplier head) {
        this(head, System::nanoTime);
    }

    /** @param nanos that have gone by since any moment */
    RelayProgress(LongSupplier head, LongSupplier nanos) {
        this.head = head;
        this.nanos = nanos;
    }

    /** It is this node's turn, or it tries to have it because nobody seems to. */
    void active() {
        if (!isActive) {
            atEndNanos = nanos.getAsLong();
            isKnown = false;
        }
        isActive = true;
    }

    /** Another node has its turn. That it goes well there is not known: this node may have it back in a moment, and fail again. */
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
        isFailing = false;
    }

    /** All that there is has gone out. */
    void atEnd() {
        atEndNanos = nanos.getAsLong();
        isFailing = false;
    }

    /** Nothing goes out from here. */
    @SuppressWarnings("NonAtomicVolatileUpdate") // one thread writes
    void failed() {
        failures++;
        if (!isFailing) {
            failingSinceNanos = atEndNanos;
            isFailing = true;
        }
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
        if (isKnown && position >= head.getAsLong()) {
            return 0;
        }
        var now = nanos.getAsLong();
        var sinceEnd = now - atEndNanos;
        return (isFailing ? Math.max(sinceEnd, now - failingSinceNanos) : sinceEnd) / NANOS_PER_SECOND;
    }

    double events() {
        return events;
    }

    double failures() {
        return failures;
    }
}
