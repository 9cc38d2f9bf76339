package org.consentledger.chaos.clock;

import java.time.Duration;

/** By how much a service's clock is wrong. */
public enum ClockShift {
    NONE(Duration.ZERO, "on time"),
    AHEAD(Duration.ofHours(1), "an hour ahead"),
    BEHIND(Duration.ofHours(-1), "an hour behind");

    private final Duration shift;
    private final String words;

    ClockShift(Duration shift, String words) {
        this.shift = shift;
        this.words = words;
    }

    public Duration shift() {
        return shift;
    }

    /** The one that comes after this one, round and round. */
    public ClockShift next() {
        return switch (this) {
            case NONE -> AHEAD;
            case AHEAD -> BEHIND;
            case BEHIND -> NONE;
        };
    }

    @Override
    public String toString() {
        return words;
    }
}
