package org.consentledger.query.difference;

import java.time.Instant;
import java.util.List;
import org.consentledger.query.citation.EventCited;
import org.consentledger.query.consent.ConsentsView;
import org.consentledger.query.knowledge.KnownAt;
import org.consentledger.query.transfer.TransferBetween;
import org.consentledger.timeline.ConsentState;
import org.jspecify.annotations.Nullable;

/**
 * What changed for a subject between two moments.
 *
 * @param subject upstream's reference, if it was asked by that
 * @param subjectId null if the ledger knows nobody with that reference, or they were erased and it was asked by reference
 * @param erasedAt world time of the erasure, UTC; null if not erased
 * @param language of the sentences, BCP 47
 * @param purposes by code; only those for which something lies between the moments
 * @param objections the same
 * @param transfers the latest, in order of world time
 * @param transfersLeftOut how many earlier ones are not listed
 * @param sentences all of it in plain words
 */
public record DifferenceView(
        @Nullable String subject,
        @Nullable String subjectId,
        @Nullable Instant erasedAt,
        String language,
        SubjectStanding from,
        SubjectStanding to,
        List<PurposeDifferenceView> purposes,
        List<ObjectionDifferenceView> objections,
        List<TransferBetween> transfers,
        long transfersLeftOut,
        List<String> sentences) {

    /**
     * How the subject stood at one moment.
     *
     * @param asOf world time, UTC
     * @param knownAt position or ledger time up to which facts count; null for all
     * @param position how far the ledger was read
     */
    public record SubjectStanding(
            Instant asOf,
            @Nullable KnownAt knownAt,
            long position,
            List<ConsentsView.Consent> consents,
            List<ConsentsView.Objection> objections) {}

    /**
     * What changed for one purpose.
     *
     * @param changes first what was learnt late, then what happened, each in order of world time
     * @param leftOut how many earlier things are not listed
     */
    public record PurposeDifferenceView(
            String purpose, ConsentState from, ConsentState to, List<ChangeOfConsent> changes, int leftOut) {}

    /** What a change comes from. */
    public enum Kind {
        /** The subject said something. */
        SAID,
        /** A consent ended by itself as time went by. */
        ENDED,
        /** The ledger learnt late what the subject had said. */
        LEARNT,
        /** The ledger learnt late of a notice. */
        NOTICE_LEARNT
    }

    /**
     * One thing that lies between.
     *
     * @param at world time, UTC; null for a notice learnt of that asks nobody again
     * @param counts whether it made a difference
     * @param event what recorded it: of a consent that ended, the consent itself; null if that is a notice
     * @param askedAgainBy the notice version that asks again; null unless consents ended by it
     */
    public record ChangeOfConsent(
            Kind kind,
            @Nullable Instant at,
            ConsentState before,
            ConsentState after,
            boolean counts,
            @Nullable EventCited event,
            @Nullable NoticeNamed askedAgainBy,
            String sentence) {}

    /**
     * A version of a notice.
     *
     * @param effectiveFrom world time from which it is in force, UTC
     */
    public record NoticeNamed(String notice, String version, Instant effectiveFrom) {}

    /**
     * What changed in the objections to one purpose.
     *
     * @param from whether one stood
     * @param to whether one stands
     * @param leftOut how many earlier things are not listed
     */
    public record ObjectionDifferenceView(
            String purpose, boolean from, boolean to, List<ChangeOfObjection> changes, int leftOut) {}

    /**
     * An objection, or its withdrawal.
     *
     * @param at world time, UTC
     * @param learnt whether it lies before the earlier world time and became known between the two ledger times
     */
    public record ChangeOfObjection(
            Instant at,
            boolean learnt,
            boolean stoodBefore,
            boolean standsAfter,
            @Nullable EventCited event,
            String sentence) {}
}
