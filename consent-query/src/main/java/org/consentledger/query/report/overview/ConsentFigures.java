package org.consentledger.query.report.overview;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Consents to one purpose in one stretch of world time. A consent is in force while its state is GIVEN and its subject is not
 * erased. What was in force at the beginning, and what began, is either in force at the end or ended in one of five ways:
 * {@code inForceBefore + begun = inForce + revoked + endedByRefusal + expired + outdated + erased}.
 *
 * @param from beginning (inclusive), UTC
 * @param to end (exclusive), UTC
 * @param given how often consent was said: ConsentGiven events of this world time, renewals and those without effect included
 * @param refused how often it was refused: ConsentRefused events of this world time
 * @param begun subjects whose consent came into force: it had not been just before
 * @param revoked consents in force that a revocation ended, of this purpose or of all
 * @param endedByRefusal consents in force that ended because the subject said no when asked again
 * @param expired consents in force whose validity ended
 * @param outdated consents in force that ended because a later notice version asks again
 * @param erased consents in force whose subject was erased
 * @param inForceBefore subjects with a consent in force at the beginning
 * @param inForce subjects with a consent in force at the end
 * @param revocationRate which share of the consents that were in force at some time ended by revocation:
 *     {@code revoked / (inForceBefore + begun)}, 0 to 1; null if there were none
 */
public record ConsentFigures(
        Instant from,
        Instant to,
        long given,
        long refused,
        long begun,
        long revoked,
        long endedByRefusal,
        long expired,
        long outdated,
        long erased,
        long inForceBefore,
        long inForce,
        @Nullable Double revocationRate) {

    static @Nullable Double rate(long revoked, long inForceBefore, long begun) {
        var everInForce = inForceBefore + begun;
        return everInForce == 0 ? null : (double) revoked / everInForce;
    }
}
