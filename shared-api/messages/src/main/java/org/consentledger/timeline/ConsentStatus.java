package org.consentledger.timeline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.consentledger.notice.ConsentForm;
import org.jspecify.annotations.Nullable;

/**
 * A subject's consent to one purpose at one moment.
 *
 * @param since world time at which this state began, UTC; null for NOT_GIVEN
 * @param until world time at which a given consent will end by itself, UTC; null otherwise
 * @param form of the consent, whether or not it still counts; null if there is none
 * @param eventId the event that the state follows from; null for NOT_GIVEN
 * @param endings how a consent once given ended by itself, the earliest first; empty in every other state
 */
public record ConsentStatus(
        String purpose,
        ConsentState state,
        @Nullable Instant since,
        @Nullable Instant until,
        @Nullable String notice,
        @Nullable String noticeVersion,
        @Nullable ConsentForm form,
        @Nullable String eventId,
        List<Ending> endings) {

    /**
     * How a consent ended by itself.
     *
     * @param state EXPIRED or OUTDATED
     * @param at world time of the ending, UTC
     */
    public record Ending(ConsentState state, Instant at) {}

    public ConsentStatus {
        endings = List.copyOf(endings);
    }

    static ConsentStatus notGiven(String purpose) {
        return new ConsentStatus(purpose, ConsentState.NOT_GIVEN, null, null, null, null, null, null, List.of());
    }

    static ConsentStatus revoked(String purpose, ConsentFact.Revoked fact) {
        return new ConsentStatus(
                purpose, ConsentState.REVOKED, fact.at(), null, null, null, null, fact.eventId(), List.of());
    }

    static ConsentStatus refused(ConsentFact.Refused fact) {
        return new ConsentStatus(
                fact.purpose(),
                ConsentState.REFUSED,
                fact.at(),
                null,
                fact.notice(),
                fact.noticeVersion(),
                null,
                fact.eventId(),
                List.of());
    }

    static ConsentStatus given(ConsentFact.Given fact, Instant asOf, Renewal renewal) {
        var endings = endings(fact, asOf, renewal);
        var ended = !endings.isEmpty();
        return new ConsentStatus(
                fact.purpose(),
                ended ? endings.getFirst().state() : ConsentState.GIVEN,
                ended ? endings.getFirst().at() : fact.at(),
                ended ? null : fact.validUntil(),
                fact.notice(),
                fact.noticeVersion(),
                fact.form(),
                fact.eventId(),
                endings);
    }

    /** Whether a consent of at least that form is in force. */
    public boolean isInForce(ConsentForm demanded) {
        return state == ConsentState.GIVEN && form != null && form.satisfies(demanded);
    }

    /** A consent may both expire and become outdated; the earlier ending comes first, an expiry before a tie. */
    private static List<Ending> endings(ConsentFact.Given given, Instant asOf, Renewal renewal) {
        var endings = new ArrayList<Ending>();
        var validUntil = given.validUntil();
        if (validUntil != null && !validUntil.isAfter(asOf)) {
            endings.add(new Ending(ConsentState.EXPIRED, validUntil));
        }
        renewal.askedAgainAt(given.notice(), given.noticeVersion(), asOf)
                .map(at -> at.isBefore(given.at()) ? given.at() : at)
                .ifPresent(at -> endings.add(new Ending(ConsentState.OUTDATED, at)));
        endings.sort(Comparator.comparing(Ending::at));
        return endings;
    }
}
