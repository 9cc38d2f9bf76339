package org.consentledger.query.timeline;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a subject stood to one purpose for a while.
 *
 * @param from world time at which it began, UTC
 * @param to world time at which it ended (exclusive), UTC; null if it goes on
 * @param eventId from which it follows
 */
record Segment(
        String purpose,
        Standing standing,
        Instant from,
        @Nullable Instant to,
        String eventId) {

    /** Whether any of it lies between two moments. */
    boolean touches(Instant begin, Instant end) {
        return from.isBefore(end) && (to == null || to.isAfter(begin));
    }
}
