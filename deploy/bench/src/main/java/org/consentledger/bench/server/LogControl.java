package org.consentledger.bench.server;

import java.io.IOException;
import java.time.Duration;

/** Waits for consent-query's log. */
public final class LogControl {

    private static final Duration SIGNED_WITHIN = Duration.ofMinutes(5);
    private static final long LOOK_EVERY_MS = 500;

    private LogControl() {}

    /** A ledger that was never signed is read as a whole before its first checkpoint. */
    public static void awaitCheckpoint(Service query) throws IOException, InterruptedException {
        var begin = System.nanoTime();
        while (!Control.isOk(query.url("/v1/log/checkpoint"))) {
            if (System.nanoTime() - begin > SIGNED_WITHIN.toNanos()) {
                throw new IllegalStateException("no checkpoint within " + SIGNED_WITHIN);
            }
            Thread.sleep(LOOK_EVERY_MS);
        }
    }
}
