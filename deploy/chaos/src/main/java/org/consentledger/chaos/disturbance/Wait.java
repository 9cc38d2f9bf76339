package org.consentledger.chaos.disturbance;

import java.time.Duration;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** Waits for what has to happen, as long as it may take on a busy machine. */
public final class Wait {

    /** Many times what anything here takes. */
    public static final Duration LONG = Duration.ofMinutes(5);

    private static final Duration LOOK_EVERY = Duration.ofMillis(50);

    private Wait() {}

    /**
     * Waits for a long time.
     *
     * @throws NotRecoveredException if it does not happen in that
     */
    public static void until(String what, Callable<Boolean> condition) {
        until(what, LONG, condition);
    }

    /**
     * Waits for a given time at most.
     *
     * @throws NotRecoveredException if it does not happen in that
     */
    public static void until(String what, Duration within, Callable<Boolean> condition) {
        try {
            Awaitility.await()
                    // what goes wrong in other threads is theirs
                    .dontCatchUncaughtExceptions()
                    .atMost(within)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(LOOK_EVERY)
                    .until(condition);
        } catch (ConditionTimeoutException e) {
            throw new NotRecoveredException("waited " + within.toSeconds() + " s in vain until " + what, e);
        }
    }
}
