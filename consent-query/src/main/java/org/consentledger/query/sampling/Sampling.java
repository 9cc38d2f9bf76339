package org.consentledger.query.sampling;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.consentledger.query.projection.LoggedCause;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Looks at something now and then, on a thread of its own, for metrics that would otherwise have to ask the database at a
 * scrape. What a look finds is told until the next one; one that fails changes nothing, and is said once in the log.
 */
public final class Sampling implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Sampling.class);

    /** What is done now and then. */
    @FunctionalInterface
    public interface Look {

        /**
         * Looks once.
         *
         * @param pause lets the look breathe, and tells it to give up when the service stops
         */
        void at(Pause pause) throws InterruptedException;
    }

    /** A pause within a look. */
    @FunctionalInterface
    public interface Pause {

        /** Waits; false if the service stops, and the look should end without a result. */
        boolean passes(Duration time) throws InterruptedException;
    }

    private final String name;
    private final Duration every;
    private final Look look;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile boolean isRunning;

    /**
     * Looks for the first time when it is started.
     *
     * @param name of what is looked at, as it stands in the log
     * @param every from the end of a look to the beginning of the next
     */
    public Sampling(String name, Duration every, Look look) {
        this.name = name;
        this.every = every;
        this.look = look;
    }

    @Override
    public void start() {
        isRunning = true;
        Thread.ofPlatform().name("sampling " + name).daemon().start(this::watch);
    }

    private void watch() {
        var isFailing = false;
        try {
            do {
                try {
                    look.at(this::isOver);
                    isFailing = false;
                } catch (RuntimeException e) {
                    if (!isFailing && isRunning) {
                        LOG.warn("nobody knows of {} at the moment; trying on: {}", name, LoggedCause.of(e));
                    }
                    isFailing = true;
                }
            } while (isOver(every));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isOver(Duration time) throws InterruptedException {
        return !stopped.await(time.toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public void stop() {
        isRunning = false;
        stopped.countDown();
    }

    @Override
    public boolean isRunning() {
        return isRunning;
    }
}
