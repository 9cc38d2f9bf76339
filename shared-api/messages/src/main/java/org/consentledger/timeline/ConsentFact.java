package org.consentledger.timeline;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.consentledger.consent.ConsentEvent;
import org.consentledger.consent.ConsentExpired;
import org.consentledger.consent.ConsentGiven;
import org.consentledger.consent.ConsentRefused;
import org.consentledger.consent.ConsentRevoked;
import org.consentledger.notice.ConsentForm;
import org.jspecify.annotations.Nullable;

/** What the timeline keeps of a consent event: all that a state depends on, and where it came from. */
public sealed interface ConsentFact extends Fact {

    /** The fact an event adds; none for an expiry, as the consent itself says when it ends. */
    static Optional<ConsentFact> of(ConsentEvent event, String eventId) {
        return switch (event) {
            case ConsentGiven e ->
                Optional.of(new Given(
                        e.purpose(),
                        e.collectedAt(),
                        e.validUntil(),
                        e.notice(),
                        e.noticeVersion(),
                        e.evidence().form(),
                        eventId));
            case ConsentRefused e ->
                Optional.of(new Refused(e.purpose(), e.collectedAt(), e.notice(), e.noticeVersion(), eventId));
            case ConsentRevoked e -> Optional.of(new Revoked(e.purpose(), e.revokedAt(), eventId));
            case ConsentExpired e -> Optional.empty();
        };
    }

    /**
     * The subject said yes.
     *
     * @param at world time from which it is in force (inclusive), UTC
     * @param validUntil world time of its end (exclusive), UTC; null for no end
     */
    record Given(
            String purpose,
            Instant at,
            @Nullable Instant validUntil,
            String notice,
            String noticeVersion,
            ConsentForm form,
            String eventId)
            implements ConsentFact {}

    /** The subject said no. */
    record Refused(String purpose, Instant at, String notice, String noticeVersion, String eventId)
            implements ConsentFact {}

    /** The subject took consent back; the purpose may stand for all. */
    record Revoked(String purpose, Instant at, String eventId) implements ConsentFact {}

    /**
     * World time first; of two facts at the same time the more restrictive comes later and so wins: a revocation over a
     * refusal over a consent, and of two consents the one that ends sooner, then the one of weaker form.
     */
    Comparator<ConsentFact> ORDER = Comparator.comparing(ConsentFact::at)
            .thenComparingInt(ConsentFact::restrictiveness)
            .thenComparing(ConsentFact::end, Comparator.reverseOrder())
            .thenComparing(ConsentFact::strength, Comparator.reverseOrder());

    private int restrictiveness() {
        return switch (this) {
            case Given given -> 0;
            case Refused refused -> 1;
            case Revoked revoked -> 2;
        };
    }

    private Instant end() {
        return this instanceof Given given && given.validUntil != null ? given.validUntil : Instant.MAX;
    }

    private ConsentForm strength() {
        return this instanceof Given given ? given.form : ConsentForm.NONE;
    }
}
