package org.consentledger.timeline;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;
import org.consentledger.Rejection;
import org.consentledger.RejectionCode;
import org.consentledger.WorldTime;
import org.consentledger.consent.GiveConsent;

/** Whether somebody who was erased can become known again by a consent. */
public final class ReturnRules {

    private ReturnRules() {}

    /**
     * Not by one that they took back, or refused again, since: their later word may have arrived first, and it stands among
     * what was said of them since their erasure.
     *
     * @param erased the timeline of the subject that was erased
     * @param now the ledger's clock, UTC
     */
    public static Optional<Rejection> takenBackSince(GiveConsent command, Timeline erased, Instant now) {
        return IntStream.range(0, command.purposes().size())
                .filter(i -> isTakenBack(erased, command.purposes().get(i), command.collectedAt(), now))
                .mapToObj(i -> new Rejection(
                        RejectionCode.SUBJECT_ERASED,
                        "/purposes/" + i,
                        "the subject was erased, and took this consent back before it came in"))
                .findFirst();
    }

    private static boolean isTakenBack(Timeline erased, String purpose, Instant collectedAt, Instant now) {
        var status = erased.consent(purpose, now.plus(WorldTime.TOLERANCE), Renewal.NEVER);
        var isNo = status.state() == ConsentState.REVOKED || status.state() == ConsentState.REFUSED;
        return isNo && status.since() != null && !status.since().isBefore(collectedAt);
    }
}
