package org.consentledger.query.projection;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.consentledger.ledger.reading.UnknownEventFormException;
import org.jspecify.annotations.Nullable;

/** What this process knows of a projection's progress, and who in it waits for more. */
final class Progress {

    /** How often another node's work is looked for, while somebody waits for it. */
    private static final long LOOK_EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition advanced = lock.newCondition();
    private long position = -1;
    /** Held by whoever looks for all who wait. */
    private final ReentrantLock looking = new ReentrantLock();

    private volatile @Nullable Failure failure;

    private volatile boolean hasMetUnknownForm;

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
        hasMetUnknownForm |= cause instanceof UnknownEventFormException;
        return !now.equals(before);
    }

    /** Whether there ever was an event here that only a newer release can read. */
    boolean metUnknownForm() {
        return hasMetUnknownForm;
    }

    /** What went wrong here holds nobody up any more. */
    void givenUp() {
        failure = null;
    }

    /** What went wrong last, unless it went well since. */
    Optional<Failure> failure() {
        return Optional.ofNullable(failure);
    }

    /** How far the projection has come at least, whichever node brought it there. */
    long position() {
        lock.lock();
        try {
            return position;
        } finally {
            lock.unlock();
        }
    }

    /** Somebody saw the projection at a position. */
    void reached(long at) {
        lock.lock();
        try {
            if (at > position) {
                position = at;
                advanced.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until the projection has come to a position. What this process does is known here; what another node does
     * has to be looked for, while somebody waits: one of those who wait looks for all of them.
     *
     * @param current asks the database how far the projection has come
     */
    boolean await(long wanted, Duration atMost, LongSupplier current) throws InterruptedException {
        var deadline = System.nanoTime() + atMost.toNanos();
        while (position() < wanted) {
            if (looking.tryLock()) {
                try {
                    reached(current.getAsLong());
                    pause(wanted, deadline);
                } finally {
                    looking.unlock();
                }
            } else {
                pause(wanted, deadline);
            }
            if (System.nanoTime() - deadline >= 0) {
                return position() >= wanted;
            }
        }
        return true;
    }

    private void pause(long wanted, long deadline) throws InterruptedException {
        lock.lock();
        try {
            var nanos = Math.min(LOOK_EVERY_NANOS, deadline - System.nanoTime());
            while (position < wanted && nanos > 0) {
                nanos = advanced.awaitNanos(nanos);
            }
        } finally {
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
