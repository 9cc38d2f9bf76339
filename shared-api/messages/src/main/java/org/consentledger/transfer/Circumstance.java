package org.consentledger.transfer;

import java.time.Instant;
import java.util.List;
import org.consentledger.notice.ConsentForm;
import org.consentledger.notice.Notice;
import org.consentledger.notice.Purpose;
import org.consentledger.recipient.Recipient;
import org.consentledger.timeline.ConsentStatus;
import org.consentledger.timeline.ObjectionFact;
import org.consentledger.transfer.Ground.SafeguardUsed;
import org.jspecify.annotations.Nullable;

/** Something that a rule rested on, as it stood at the world time of the transfer. */
public sealed interface Circumstance {

    /** The recipient, with its safeguards. */
    record OfRecipient(Recipient recipient) implements Circumstance {}

    /** Nobody is registered under this code. */
    record NoRecipient(String recipient) implements Circumstance {}

    /** The purpose, and the notice in force that names it. */
    record OfPurpose(Notice notice, Purpose purpose) implements Circumstance {}

    /**
     * No notice in force names the purpose.
     *
     * @param inForce those that were looked at
     */
    record NoPurpose(String purpose, List<Notice> inForce) implements Circumstance {
        public NoPurpose {
            inForce = List.copyOf(inForce);
        }
    }

    /**
     * How the transfer's categories stand under the purpose.
     *
     * @param uncovered categories of the transfer that do not stand under the purpose; empty if all do
     */
    record OfCategories(List<String> uncovered) implements Circumstance {
        public OfCategories {
            uncovered = List.copyOf(uncovered);
        }
    }

    /**
     * The subject's consent to a purpose.
     *
     * @param demanded the least form that would do
     * @param askedAgainBy the notice version after which it counts no more; null unless that is how it ended
     */
    record OfConsent(
            ConsentStatus status,
            ConsentForm demanded,
            @Nullable Notice askedAgainBy) implements Circumstance {}

    /**
     * Whether the subject objects to the purpose.
     *
     * @param objection that stands; null if none does
     */
    record OfObjection(String purpose, ObjectionFact.@Nullable Objected objection) implements Circumstance {}

    /** The recipient's country lies within the home area, where data need no safeguard. */
    record InHomeArea(String country, List<String> homeArea) implements Circumstance {
        public InHomeArea {
            homeArea = List.copyOf(homeArea);
        }
    }

    /**
     * What could cover a third country.
     *
     * @param weighed everything recorded of the recipient, and the country's adequacy decisions
     * @param used what the transfer may rest on; null if nothing covers it
     */
    record OfSafeguards(
            String country,
            List<SafeguardWeighed> weighed,
            @Nullable SafeguardUsed used) implements Circumstance {
        public OfSafeguards {
            weighed = List.copyOf(weighed);
        }
    }

    /**
     * Whether the subject is erased.
     *
     * @param erasedAt world time of the erasure, UTC; null if it does not count here
     */
    record OfErasure(@Nullable Instant erasedAt) implements Circumstance {}
}
