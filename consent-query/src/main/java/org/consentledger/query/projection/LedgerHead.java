package org.consentledger.query.projection;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.consentledger.ledger.reading.LedgerReader;
import org.consentledger.ledger.wakeup.AppendSignals;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Watches the ledger for new events and wakes whoever waits for them, for the whole service, however many projections
 * and streams follow it. Each commit that appends sends a signal; as a signal can get lost, the ledger itself is looked at
 * now and then too.
 */
public final class LedgerHead implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(LedgerHead.class);

    private static final Duration STOP_WITHIN = Duration.ofSeconds(5);

    private final LedgerReader ledger;
    private final AppendSignals signals;
    private final long lookEveryNanos;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private volatile long position = -1;
    private volatile boolean running;
    private long lookAt = System.nanoTime();
    private volatile @Nullable Thread watcher;

    /**
     * Knows nothing before it is started.
     *
     * @param signals this object's own from then on: it closes them when it stops
     * @param lookEvery how often to look without a signal: the longest an event stays unnoticed when its signal is lost
     */
    LedgerHead(LedgerReader ledger, AppendSignals signals, Duration lookEvery) {
        this.ledger = ledger;
        this.signals = signals;
        this.lookEveryNanos = lookEvery.toNanos();
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
                next();
                reachable = true;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                running = false;
            } catch (RuntimeException e) {
                if (reachable && running) {
                    LOG.warn(
                            "the ledger cannot be read; trying on: {}",
                            e.getClass().getName());
                }
                reachable = false;
            }
        }
    }

    /** A signal is a reason to look and no more: anybody who reaches the database may send one, and so a wrong one. */
    private void next() throws InterruptedException {
        var told = signals.await(Duration.ofNanos(Math.max(0, lookAt - System.nanoTime())));
        var isKnown = told.isPresent() && told.getAsLong() <= position;
        if (!isKnown || System.nanoTime() - lookAt >= 0) {
            look();
        }
    }

    private void look() {
        lookAt = System.nanoTime() + lookEveryNanos;
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

    @Override
    public void stop() {
        lock.lock();
        try {
            running = false;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        signals.close();
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
