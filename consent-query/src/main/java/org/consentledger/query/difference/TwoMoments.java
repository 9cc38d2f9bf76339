package org.consentledger.query.difference;

import java.time.Instant;
import java.util.Objects;
import org.consentledger.query.knowledge.KnownAt;
import org.jspecify.annotations.Nullable;

/**
 * Which moments to compare. A moment is a world time and a point of the ledger's own time.
 *
 * @param fromAsOf world time, UTC
 * @param fromKnownAt null for all that is known
 * @param toAsOf world time, UTC
 * @param toKnownAt null for all that is known
 */
public record TwoMoments(
        Instant fromAsOf,
        @Nullable KnownAt fromKnownAt,
        Instant toAsOf,
        @Nullable KnownAt toKnownAt) {

    /** What is left out of the second moment is now and all that is known; of the first, what the second has. */
    public static TwoMoments of(
            @Nullable Instant fromAsOf,
            @Nullable KnownAt fromKnownAt,
            @Nullable Instant toAsOf,
            @Nullable KnownAt toKnownAt,
            Instant now) {
        var to = toAsOf == null ? now : toAsOf;
        return new TwoMoments(
                fromAsOf == null ? to : fromAsOf, fromKnownAt == null ? toKnownAt : fromKnownAt, to, toKnownAt);
    }

    boolean knowTheSame() {
        return Objects.equals(fromKnownAt, toKnownAt);
    }
}
