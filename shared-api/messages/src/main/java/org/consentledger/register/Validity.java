package org.consentledger.register;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * From when to when something counted in law. Days begin at 00:00 UTC.
 *
 * @param from first day
 * @param until first day on which it had run out or was repealed; null for no end
 * @param invalidatedOn day on which a court or authority struck it down; null if none did
 */
public record Validity(
        LocalDate from, @Nullable LocalDate until, @Nullable LocalDate invalidatedOn) {

    /** How things stand at one moment. */
    public enum Standing {
        NOT_YET,
        VALID,
        ENDED,
        INVALIDATED
    }

    public Standing standingAt(Instant at) {
        if (at.isBefore(startOf(from))) {
            return Standing.NOT_YET;
        }
        if (invalidatedOn != null && !at.isBefore(startOf(invalidatedOn))) {
            return Standing.INVALIDATED;
        }
        return until != null && !at.isBefore(startOf(until)) ? Standing.ENDED : Standing.VALID;
    }

    /** The moments at which it ceases to count, as far as that is known, UTC; the earliest is the one that matters. */
    public Stream<Instant> ends() {
        return Stream.of(Optional.ofNullable(until), Optional.ofNullable(invalidatedOn))
                .flatMap(Optional::stream)
                .map(Validity::startOf);
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
