package org.consentledger.query.projection;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * How the ledger and its projections stood at one moment.
 *
 * @param takenAt UTC
 * @param head position of the newest event; -1 when there is none
 */
record Sample(Instant takenAt, long head, Map<String, Standing> standings) {

    /** After this time without a new sample the database counts as out of reach: several looks have failed. */
    static final Duration FRESH = Duration.ofSeconds(5);

    private static final Standing NOTHING = new Standing(-1, Optional.empty());

    Sample {
        standings = Map.copyOf(standings);
    }

    /**
     * Where a projection stood.
     *
     * @param oldestMissing when the first event was recorded that is not in its tables; empty if all are
     */
    record Standing(long position, Optional<Instant> oldestMissing) {}

    long position(String projection) {
        return standing(projection).position();
    }

    long lagEvents(String projection) {
        return Math.max(0, head - position(projection));
    }

    /**
     * Age of the oldest event that is not in the projection yet. While the database is out of reach nobody knows of new
     * events; then it is at least the age of this sample, so that it grows and is noticed.
     */
    Duration lag(String projection, Instant now) {
        var known = standing(projection)
                .oldestMissing()
                .map(recordedAt -> Duration.between(recordedAt, now))
                .filter(Duration::isPositive)
                .orElse(Duration.ZERO);
        var age = isFresh(now) ? Duration.ZERO : Duration.between(takenAt, now);
        return known.compareTo(age) >= 0 ? known : age;
    }

    boolean isFresh(Instant now) {
        return Duration.between(takenAt, now).compareTo(FRESH) <= 0;
    }

    private Standing standing(String projection) {
        return standings.getOrDefault(projection, NOTHING);
    }
}
