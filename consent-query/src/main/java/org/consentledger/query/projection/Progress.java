package org.consentledger.query.projection;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** What this process knows of a projection's progress without asking the database. */
final class Progress {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition advanced = lock.newCondition();
    private long position = -1;
    private volatile @Nullable Failure failure;

    void committed(long at) {
        lock.lock();
        try {
            position = Math.max(position, at);
            failure = null;
            advanced.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void failed(Throwable cause, long at) {
        failure = new Failure(cause.getClass().getSimpleName(), at);
    }

    /** What went wrong last, unless it went well since. */
    Optional<Failure> failure() {
        return Optional.ofNullable(failure);
    }

    /** Waits until this process has brought the projection to a position. Another process may do so instead. */
    boolean await(long wanted, long millisMax) throws InterruptedException {
        var nanos = TimeUnit.MILLISECONDS.toNanos(millisMax);
        lock.lock();
        try {
            while (position < wanted && nanos > 0) {
                nanos = advanced.awaitNanos(nanos);
            }
            return position >= wanted;
        } finally {
            lock.unlock();
        }
    }

    /**
     * @param kind the exception's class; its message is left out, for it may quote a row
     * @param position first event of the batch that failed
     */
    record Failure(String kind, long position) {}
}
