package org.consentledger.query.consent;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.consentledger.notice.ConsentForm;
import org.consentledger.query.knowledge.KnownAt;
import org.consentledger.timeline.ConsentState;
import org.consentledger.timeline.ConsentStatus;
import org.consentledger.timeline.ObjectionFact;
import org.jspecify.annotations.Nullable;

/**
 * How a subject stands to every purpose at one moment.
 *
 * @param subjectId null if the ledger knows nobody with that reference, or they were erased
 * @param erasedAt world time of the erasure, UTC, after which nothing is told of the subject any more; null if not erased
 * @param asOf world time of the answer, UTC
 * @param knownAt position or ledger time up to which facts count; null for all
 * @param position how far the ledger was read
 * @param consents first the purposes that the subject spoke of, then those of the notices in force that rest on consent
 *     and that the subject did not speak of, each by code
 * @param objections that stand, by purpose
 */
public record ConsentsView(
        String subject,
        @Nullable String subjectId,
        @Nullable Instant erasedAt,
        Instant asOf,
        @Nullable KnownAt knownAt,
        long position,
        List<Consent> consents,
        List<Objection> objections) {

    /**
     * How the subject stands to one purpose.
     *
     * @param until world time at which a given consent will end by itself, UTC; null otherwise
     */
    public record Consent(
            String purpose,
            ConsentState state,
            @Nullable Instant since,
            @Nullable Instant until,
            @Nullable String notice,
            @Nullable String noticeVersion,
            @Nullable ConsentForm form,
            @Nullable String eventId) {

        /** As the rules see it. */
        public static Consent of(ConsentStatus status) {
            return new Consent(
                    status.purpose(),
                    status.state(),
                    status.since(),
                    status.until(),
                    status.notice(),
                    status.noticeVersion(),
                    status.form(),
                    status.eventId());
        }
    }

    /**
     * An objection that stands.
     *
     * @param since world time of the objection, UTC
     */
    public record Objection(String purpose, Instant since, String eventId) {

        /** As the rules see it. */
        public static Objection of(ObjectionFact.Objected fact) {
            return new Objection(fact.purpose(), fact.at(), fact.eventId());
        }
    }

    static ConsentsView of(String subject, @Nullable KnownAt knownAt, KnownMoment known) {
        var moment = known.moment();
        return new ConsentsView(
                subject,
                known.subject().legibleId(),
                known.subject().erasedAt(),
                moment.asOf(),
                knownAt,
                known.reached(),
                moment.consents().stream().map(Consent::of).toList(),
                moment.objections().stream().map(Objection::of).toList());
    }

    /** @param purposes of which the answer may speak; null for all */
    ConsentsView onlyFor(@Nullable Set<String> purposes) {
        return purposes == null
                ? this
                : new ConsentsView(
                        subject,
                        subjectId,
                        erasedAt,
                        asOf,
                        knownAt,
                        position,
                        consents.stream()
                                .filter(consent -> purposes.contains(consent.purpose()))
                                .toList(),
                        objections.stream()
                                .filter(objection -> purposes.contains(objection.purpose()))
                                .toList());
    }
}
