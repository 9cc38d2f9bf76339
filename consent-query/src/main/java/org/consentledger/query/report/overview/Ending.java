package org.consentledger.query.report.overview;

import org.consentledger.timeline.ConsentState;

/** How a consent that was in force came to be so no more. */
enum Ending {
    REVOKED,
    REFUSED,
    EXPIRED,
    OUTDATED,
    ERASED;

    /** By the state that came after it. */
    static Ending by(ConsentState state) {
        return switch (state) {
            case REVOKED -> REVOKED;
            case REFUSED -> REFUSED;
            case EXPIRED -> EXPIRED;
            case OUTDATED -> OUTDATED;
            // facts are not taken away as time goes on
            case NOT_GIVEN, GIVEN -> throw new IllegalStateException("no consent ends in " + state);
        };
    }
}
