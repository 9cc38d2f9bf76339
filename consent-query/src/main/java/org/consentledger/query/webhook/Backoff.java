package org.consentledger.query.webhook;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** How long to wait with another attempt. Half of the time is left to chance, so that many do not come back at once. */
final class Backoff {

    /** Whatever a receiver asks for. */
    static final Duration ASKED_MAX = Duration.ofHours(1);

    /** Twice as long so often is more than anything. */
    private static final int DOUBLINGS_MAX = 30;

    private final Duration first;
    private final Duration longest;
    private final RandomGenerator random;

    Backoff(Duration first, Duration longest, RandomGenerator random) {
        this.first = first;
        this.longest = longest;
        this.random = random;
    }

    /**
     * After so many failed attempts.
     *
     * @param failures 1 or more
     * @param asked for how long the receiver wants to be left alone; null if it does not say
     */
    Duration after(int failures, @Nullable Duration asked) {
        var doubled = first.multipliedBy(1L << Math.min(failures - 1, DOUBLINGS_MAX));
        var whole = doubled.compareTo(longest) < 0 ? doubled : longest;
        var delay = Duration.ofNanos((long) (whole.toNanos() * (0.5 + random.nextDouble() / 2)));
        return asked == null ? delay : longer(delay, shorter(asked, ASKED_MAX));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
