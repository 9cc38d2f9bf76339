package org.consentledger.chaos.wire;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/** Holds up whatever wants to pass. */
final class Stall {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean isStalled;

    void begin() {
        set(true);
    }

    void end() {
        set(false);
    }

    /** Lets those look again who wait although they have no reason to any more. */
    void wake() {
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void set(boolean stalled) {
        lock.lock();
        try {
            isStalled = stalled;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Returns when nothing holds it up, or it is of no interest any more. */
    void pass(BooleanSupplier isOfInterest) {
        lock.lock();
        try {
            while (isStalled && isOfInterest.getAsBoolean()) {
                changed.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }
}
