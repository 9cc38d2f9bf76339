package org.consentledger.query.projection;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.consentledger.ledger.reading.LedgerReader;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Watches the ledger for new events and wakes whoever waits for them. One look at the ledger serves the whole service,
 * however many projections and streams follow it.
 */
public final class LedgerHead implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(LedgerHead.class);

    /** How often to look: the longest an event stays unnoticed. */
    private static final long LOOK_EVERY_MILLIS = 25;

    private static final Duration STOP_WITHIN = Duration.ofSeconds(5);

    private final LedgerReader ledger;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private volatile long position = -1;
    private volatile boolean running;
    private volatile @Nullable Thread watcher;

    LedgerHead(LedgerReader ledger) {
        this.ledger = ledger;
    }

    /** Position of the newest event seen; -1 when there is none, or nobody has looked yet. */
    public long position() {
        return position;
    }

    /** Calls the listener at every look, until the subscription is closed. The listener must be quick. */
    Subscription subscribe(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /**
     * Waits until the ledger has an event beyond a position.
     *
     * @return whether it has; false when the time is over or the service stops
     */
    public boolean awaitBeyond(long known, Duration atMost) throws InterruptedException {
        var nanos = atMost.toNanos();
        lock.lock();
        try {
            while (position <= known && running && nanos > 0) {
                nanos = changed.awaitNanos(nanos);
            }
            return position > known;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void start() {
        running = true;
        watcher = Thread.ofPlatform().name("ledger-head").daemon().start(this::watch);
    }

    private void watch() {
        var reachable = true;
        while (running) {
            try {
                look();
                reachable = true;
            } catch (RuntimeException e) {
                if (reachable) {
                    LOG.warn(
                            "the ledger cannot be read; trying on: {}",
                            e.getClass().getName());
                }
                reachable = false;
            }
            pause();
        }
    }

    private void look() {
        var head = ledger.head();
        lock.lock();
        try {
            position = head;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        listeners.forEach(Runnable::run);
    }

    private void pause() {
        lock.lock();
        try {
            var nanos = TimeUnit.MILLISECONDS.toNanos(LOOK_EVERY_MILLIS);
            while (running && nanos > 0) {
                nanos = changed.awaitNanos(nanos);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            running = false;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void stop() {
        lock.lock();
        try {
            running = false;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        var last = watcher;
        if (last != null) {
            awaitEnd(last);
        }
    }

    /** Its last look must not find the database gone. */
    private static void awaitEnd(Thread watcher) {
        try {
            watcher.join(STOP_WITHIN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return ProjectionPhases.HEAD;
    }

    @FunctionalInterface
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
