package org.consentledger.query.report.expiring;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of world time that begins now.
 *
 * @param now its beginning (exclusive): what ends now has ended, UTC
 * @param until its end (inclusive), UTC
 */
record Window(Instant now, Instant until) {

    static Window of(Instant now, int days) {
        return new Window(now, now.plus(Duration.ofDays(days)));
    }

    boolean holds(@Nullable Instant moment) {
        return moment != null && moment.isAfter(now) && !moment.isAfter(until);
    }

    /** The beginning of the day (00:00 UTC), if it lies within. */
    Optional<Instant> held(@Nullable LocalDate day) {
        return Optional.ofNullable(day)
                .map(date -> date.atStartOfDay(ZoneOffset.UTC).toInstant())
                .filter(this::holds);
    }
}
