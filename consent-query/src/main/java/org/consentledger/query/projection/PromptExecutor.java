package org.consentledger.query.projection;

import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * One thread for a processor's coordinator that never puts work off for long. After each failure Axon doubles the time
 * to the next attempt, up to a minute: a projection would stand still for that long after the database is back.
 */
final class PromptExecutor extends ScheduledThreadPoolExecutor {

    /** The longest wait between two attempts. */
    private static final long DELAY_MAX_MILLIS = 1_000;

    PromptExecutor(String thread) {
        super(1, Thread.ofPlatform().name(thread).daemon().factory());
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
        return super.schedule(command, Math.min(unit.toMillis(delay), DELAY_MAX_MILLIS), TimeUnit.MILLISECONDS);
    }
}
