package org.consentledger.command.stream;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Takes snapshots one after the other. If they are wanted faster than they can be taken, callers take them themselves, so
 * that the queue does not grow.
 */
final class SnapshotThread implements Executor, AutoCloseable {

    private static final int WAITING_MAX = 1_000;
    private static final Duration STOP_WITHIN = Duration.ofSeconds(5);

    private final ThreadPoolExecutor thread = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING_MAX),
            Thread.ofPlatform().name("snapshots").daemon().factory(),
            new ThreadPoolExecutor.CallerRunsPolicy());

    @Override
    public void execute(Runnable snapshot) {
        thread.execute(snapshot);
    }

    /** Finishes the one at work. */
    @Override
    public void close() {
        thread.shutdownNow();
        try {
            thread.awaitTermination(STOP_WITHIN.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
