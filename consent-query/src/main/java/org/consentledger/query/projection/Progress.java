package org.consentledger.query.projection;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** What this process knows of a projection's progress, and who in it waits for more. */
final class Progress {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition advanced = lock.newCondition();
    private long position = -1;
    private final AtomicInteger waiting = new AtomicInteger();
    private volatile @Nullable Failure failure;

    /** This process brought the projection to a position. */
    void committed(long at) {
        failure = null;
        reached(at);
    }

    /** Whether this is news, and not the same failure again. */
    boolean failed(Throwable cause, long at) {
        var before = failure;
        var now = new Failure(cause.getClass().getSimpleName(), at);
        failure = now;
        return !now.equals(before);
    }

    /** What went wrong last, unless it went well since. */
    Optional<Failure> failure() {
        return Optional.ofNullable(failure);
    }

    /** Looks for what another node did, if anybody waits for it. */
    void refresh(LongSupplier current) {
        if (waiting.get() > 0) {
            reached(current.getAsLong());
        }
    }

    private void reached(long at) {
        lock.lock();
        try {
            position = Math.max(position, at);
            advanced.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until the projection has come to a position, whichever node brings it there. */
    boolean await(long wanted, Duration atMost) throws InterruptedException {
        var nanos = atMost.toNanos();
        lock.lock();
        try {
            waiting.incrementAndGet();
            while (position < wanted && nanos > 0) {
                nanos = advanced.awaitNanos(nanos);
            }
            return position >= wanted;
        } finally {
            waiting.decrementAndGet();
            lock.unlock();
        }
    }

    /**
     * What keeps a projection where it is.
     *
     * @param kind the exception's class; its message is left out, for it may quote a row
     * @param position first event of the batch that failed
     */
    record Failure(String kind, long position) {}
}
