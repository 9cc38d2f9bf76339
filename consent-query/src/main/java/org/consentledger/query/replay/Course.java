package org.consentledger.query.replay;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.consentledger.query.projection.LedgerHead;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The course of one running replay: each step is one transaction that first says how far the replay has come, and is undone
 * if it may not go on; after each it pauses as long as its pace asks for. Not for several threads, but for its progress.
 */
final class Course {

    private final Replay replay;
    private final int slot;
    private final ReplayRows rows;
    private final TransactionOperations transaction;
    private final CountDownLatch stopped;
    private final Pace pace;
    private final Rate rate = new Rate();
    private long position = -1;
    private long eventsRead;
    private long eventsPerSecond;
    private volatile double done;

    /** @param stopped down when the service stops */
    Course(
            Replay replay,
            int slot,
            ReplayRows rows,
            TransactionOperations transaction,
            LedgerHead head,
            double shareWhileBusy,
            CountDownLatch stopped) {
        this.replay = replay;
        this.slot = slot;
        this.rows = rows;
        this.transaction = transaction;
        this.stopped = stopped;
        this.pace = new Pace(head::position, System::nanoTime, shareWhileBusy);
    }

    Replay replay() {
        return replay;
    }

    int slot() {
        return slot;
    }

    String schema() {
        return Replay.schema(slot);
    }

    /** How much of the work is done, 0 to 1. */
    double done() {
        return done;
    }

    /** What one step does, outside any transaction; what it changes it does through {@link #commit}. */
    @FunctionalInterface
    interface Step {
        /**
         * Takes it.
         *
         * @param size of how many things it should be
         * @return whether there is more to do
         */
        boolean take(int size);
    }

    /**
     * Takes steps until there are no more.
     *
     * @throws ReplayEndedException if it was cancelled, or the service stops
     */
    void walk(Step step) {
        var goesOn = true;
        while (goesOn) {
            if (stopped.getCount() == 0) {
                throw new ReplayEndedException();
            }
            var begun = System.nanoTime();
            goesOn = step.take(pace.size());
            pause(pace.worked(System.nanoTime() - begun));
        }
    }

    /** So many events were read, up to a position. */
    void read(int events, long upTo) {
        eventsRead += events;
        position = upTo;
        eventsPerSecond = rate.after(System.nanoTime(), eventsRead);
    }

    long eventsRead() {
        return eventsRead;
    }

    /**
     * Changes something, and says how far the replay has come.
     *
     * @param ofPhase how much of the phase is done then, 0 to 1
     * @throws ReplayEndedException if it was cancelled; nothing is changed then
     */
    void commit(ReplayPhase phase, double ofPhase, Runnable change) {
        var share = phase.done(ofPhase);
        transaction.executeWithoutResult(status -> {
            // first, so that whoever cancels waits for this step and no step comes after
            if (!rows.advance(replay.id(), phase, position, eventsRead, eventsPerSecond, share)) {
                throw new ReplayEndedException();
            }
            change.run();
        });
        done = share;
    }

    /**
     * Waits, without a connection.
     *
     * @throws ReplayEndedException if the service stops meanwhile
     */
    void pause(long nanos) {
        try {
            if (nanos > 0 && stopped.await(nanos, TimeUnit.NANOSECONDS)) {
                throw new ReplayEndedException();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ReplayEndedException();
        }
    }
}
