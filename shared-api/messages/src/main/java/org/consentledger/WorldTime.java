package org.consentledger;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * World time: when something happened, as opposed to when the ledger took it. UTC, to the microsecond.
 */
public final class WorldTime {

    /** How far a caller's clock may run ahead of the ledger's. */
    public static final Duration TOLERANCE = Duration.ofMinutes(5);

    private WorldTime() {}

    /** Rejects a world time that lies further ahead of {@code now} than {@link #TOLERANCE}. */
    public static Optional<Rejection> ahead(Instant worldTime, Instant now, String pointer) {
        if (!worldTime.isAfter(now.plus(TOLERANCE))) {
            return Optional.empty();
        }
        return Optional.of(new Rejection(
                RejectionCode.WORLD_TIME_IN_FUTURE,
                pointer,
                "the time lies more than 5 minutes in the future; the ledger records what has happened"));
    }
}
