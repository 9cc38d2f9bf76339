package org.consentledger.query.relay;

import java.time.Duration;

/** How long to wait before the next attempt: longer each time, up to a limit. For one thread. */
final class Backoff {

    private static final Duration FIRST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private Duration next = FIRST;

    /** After an attempt that failed. */
    Duration next() {
        var now = next;
        var twice = now.multipliedBy(2);
        next = twice.compareTo(LONGEST) < 0 ? twice : LONGEST;
        return now;
    }

    /** After one that went well. */
    void reset() {
        next = FIRST;
    }
}
