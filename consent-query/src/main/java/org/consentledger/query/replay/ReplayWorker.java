package org.consentledger.query.replay;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.consentledger.query.projection.LoggedCause;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Sees to it that replays get their turn, for as long as the service runs, whoever asked for them and wherever. */
@Component
class ReplayWorker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ReplayWorker.class);

    /** How often to look for what other nodes were asked for, or left behind. */
    private static final long LOOK_EVERY_MILLIS = 1_000;

    private static final long STOP_WITHIN_MILLIS = 5_000;

    private final ReplayRunner runner;
    private final ReplayRows rows;
    private final ReplayTurns turns;
    private final ReplayProperties properties;
    private final Semaphore asked = new Semaphore(0);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile @Nullable Thread thread;

    ReplayWorker(ReplayRunner runner, ReplayRows rows, ReplayTurns turns, ReplayProperties properties) {
        this.runner = runner;
        this.rows = rows;
        this.turns = turns;
        this.properties = properties;
    }

    /** There is a new one. */
    void wake() {
        asked.release();
    }

    private void work() {
        var reachable = true;
        while (stopped.getCount() > 0) {
            try {
                if (asked.tryAcquire(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
                    asked.drainPermits();
                }
                if (stopped.getCount() > 0 && rows.hasWork(properties.keptFor())) {
                    takeTurn();
                }
                reachable = true;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                if (reachable && stopped.getCount() > 0) {
                    LOG.warn("replays wait: {}", LoggedCause.of(e));
                }
                reachable = false;
            }
        }
    }

    private void takeTurn() {
        var taken = turns.take();
        if (taken.isEmpty()) {
            return;
        }
        try (var _ = taken.get()) {
            runner.clear();
            while (stopped.getCount() > 0 && runner.runNext(stopped)) {
                runner.clear();
            }
        }
    }

    @Override
    public void start() {
        thread = Thread.ofPlatform().name("replays").daemon().start(this::work);
    }

    /** Waits a little for the step at work, so that the database is still there for it. */
    @Override
    public void stop() {
        stopped.countDown();
        asked.release();
        var last = thread;
        if (last != null) {
            try {
                last.join(STOP_WITHIN_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null && stopped.getCount() > 0;
    }
}
