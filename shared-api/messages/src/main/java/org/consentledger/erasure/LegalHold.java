package org.consentledger.erasure;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A legal hold as it stands.
 *
 * @param placedAt world time from which it is in force (inclusive), UTC
 * @param heldUntil world time at which it ends by itself (exclusive), UTC
 * @param releasedAt world time from which it no longer is, UTC; null if it was not released
 */
public record LegalHold(
        Instant placedAt, Instant heldUntil, @Nullable Instant releasedAt) {

    /** What all that is said of one hold is about. */
    record About(String hold) {}

    LegalHold released(Instant at) {
        return new LegalHold(placedAt, heldUntil, at);
    }

    boolean isInForce(Instant at) {
        return !placedAt.isAfter(at) && at.isBefore(heldUntil) && (releasedAt == null || at.isBefore(releasedAt));
    }
}
