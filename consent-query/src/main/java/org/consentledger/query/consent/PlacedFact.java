package org.consentledger.query.consent;

import java.time.Duration;
import java.time.Instant;
import org.consentledger.timeline.Fact;

/**
 * A fact at its place in the ledger, besides the one in world time.
 *
 * @param position of its event
 * @param recordedAt when the ledger took it, UTC
 */
public record PlacedFact(Fact fact, long position, Instant recordedAt) {

    /** By how much the ledger learnt of it after it had happened; never negative. */
    public Duration delay() {
        var delay = Duration.between(fact.at(), recordedAt);
        return delay.isNegative() ? Duration.ZERO : delay;
    }
}
