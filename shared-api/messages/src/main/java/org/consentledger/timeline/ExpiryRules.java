package org.consentledger.timeline;

import java.time.Instant;
import java.util.List;
import org.consentledger.Outcome;
import org.consentledger.RejectionCode;
import org.consentledger.consent.ConsentEvent;
import org.consentledger.consent.ConsentExpired;
import org.consentledger.consent.ExpireConsent;

/** When the ledger notes that a consent has expired. */
public final class ExpiryRules {

    private ExpiryRules() {}

    /**
     * Noted once its time has come, and only if that consent was still the one that ruled: a consent that was revoked
     * or given anew before its end did not expire, and never will, because facts are only added. Before its time it is
     * rejected ({@link RejectionCode#WORLD_TIME_IN_FUTURE}): then it may still expire.
     *
     * @param now the ledger's clock, UTC
     */
    public static Outcome<ConsentEvent> decide(ExpireConsent command, Timeline timeline, Instant now) {
        if (command.expiredAt().isAfter(now)) {
            return Outcome.rejected(RejectionCode.WORLD_TIME_IN_FUTURE, "/expiredAt", "the validity has not ended yet");
        }
        var status = timeline.consent(command.purpose(), command.expiredAt(), Renewal.NEVER);
        var itExpired = status.state() == ConsentState.EXPIRED
                && command.consentEventId().equals(status.eventId())
                && command.expiredAt().equals(status.since());
        return itExpired
                ? Outcome.accepted(new ConsentExpired(
                        command.subjectId(), command.purpose(), command.consentEventId(), command.expiredAt()))
                : Outcome.accepted(List.of());
    }
}
