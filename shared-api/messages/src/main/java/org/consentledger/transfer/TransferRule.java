package org.consentledger.transfer;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.consentledger.notice.ConsentForm;
import org.consentledger.notice.Purpose;
import org.consentledger.timeline.ConsentState;
import org.consentledger.timeline.ConsentStatus;

/** The rules, one by one. Each says which reasons it finds against a transfer; none means it is content. */
final class TransferRule {

    private static final Set<Reason> CONTENT = Set.of();

    private TransferRule() {}

    /** Rule 1. */
    static Set<Reason> recipientIsKnownAndNotRetired(TransferFacts facts) {
        if (facts.recipient().isEmpty()) {
            return Set.of(Reason.RECIPIENT_UNKNOWN);
        }
        return when(facts.recipient().get().isRetiredAt(facts.at()), Reason.RECIPIENT_RETIRED);
    }

    /** Rule 2: data is used only for what the notice in force tells the subject (GDPR Art. 5(1)(b), 13(1)(c)). */
    static Set<Reason> purposeStandsInTheNoticeInForce(TransferFacts facts) {
        return when(facts.purpose().isEmpty(), Reason.PURPOSE_NOT_IN_NOTICE);
    }

    /** Rule 3: no more data than the purpose needs (GDPR Art. 5(1)(c)). */
    static Set<Reason> everyCategoryStandsUnderThePurpose(TransferFacts facts) {
        return purpose(facts)
                .map(purpose -> when(
                        !purpose.dataCategories().containsAll(facts.question().dataCategories()),
                        Reason.CATEGORY_NOT_COVERED))
                .orElse(CONTENT);
    }

    /** Rule 4: only to the categories of recipients the subject was told of (GDPR Art. 13(1)(e)). */
    static Set<Reason> recipientClassStandsUnderThePurpose(TransferFacts facts) {
        return purpose(facts)
                .flatMap(purpose -> facts.recipient()
                        .map(recipient -> when(
                                !purpose.recipientClasses().contains(recipient.recipientClass()),
                                Reason.RECIPIENT_CLASS_NOT_COVERED)))
                .orElse(CONTENT);
    }

    /** Rule 5: the purpose is lawful (GDPR Art. 6(1)); contract and legal duty need no consent. */
    static Set<Reason> theBasisHolds(TransferFacts facts) {
        return purpose(facts)
                .map(purpose -> switch (purpose.basis()) {
                    case CONSENT -> consentStands(facts.consent(purpose.purpose()), purpose);
                    case LEGITIMATE_INTEREST ->
                        when(
                                facts.timeline()
                                        .objection(purpose.purpose(), facts.at())
                                        .isPresent(),
                                Reason.OBJECTED);
                    case CONTRACT, LEGAL_OBLIGATION, VITAL_INTEREST, PUBLIC_TASK -> CONTENT;
                })
                .orElse(CONTENT);
    }

    /** Rule 6: special categories need consent in writing (reference statement, section 2; GDPR Art. 9(2)(a)). */
    static Set<Reason> specialCategoriesHaveWrittenConsent(TransferFacts facts) {
        return purpose(facts)
                .filter(purpose -> purpose.form() == ConsentForm.WRITTEN)
                .map(purpose -> when(
                        !facts.consent(purpose.purpose()).isInForce(ConsentForm.WRITTEN),
                        Reason.WRITTEN_CONSENT_REQUIRED))
                .orElse(CONTENT);
    }

    /** Rule 7, first half: outside the home area something makes the transfer legitimate (GDPR Art. 44 to 47). */
    static Set<Reason> thirdCountryIsCovered(TransferFacts facts) {
        return facts.crossBorder()
                .map(TransferFacts.CrossBorder::safeguards)
                .filter(safeguards -> safeguards.inForce().isEmpty())
                .map(Safeguards::whyNone)
                .orElse(CONTENT);
    }

    /** Rule 7, second half: what the notice promises to ask for was asked and granted (reference statement, 3(d)). */
    static Set<Reason> crossBorderTransferIsConsentedTo(TransferFacts facts) {
        return facts.crossBorder()
                .flatMap(crossBorder -> Optional.ofNullable(crossBorder.consent()))
                .map(consent ->
                        when(!facts.consent(consent).isInForce(ConsentForm.EXPLICIT), Reason.TRANSFER_CONSENT_MISSING))
                .orElse(CONTENT);
    }

    /**
     * Rule 8: nothing moves once the subject was erased (GDPR Art. 17). What is still to be authorised has not moved yet,
     * whatever its time; what is reported may have moved before.
     */
    static Set<Reason> subjectIsNotErased(TransferFacts facts) {
        var isErased = switch (facts.question().intent()) {
            case AUTHORISE -> facts.timeline().wasErased();
            case REPORT -> facts.timeline().isErasedAt(facts.at());
        };
        return when(isErased, Reason.SUBJECT_ERASED);
    }

    private static Set<Reason> consentStands(ConsentStatus consent, Purpose purpose) {
        return switch (consent.state()) {
            case NOT_GIVEN -> Set.of(Reason.CONSENT_MISSING);
            case REFUSED -> Set.of(Reason.CONSENT_REFUSED);
            case REVOKED -> Set.of(Reason.CONSENT_REVOKED);
            case EXPIRED, OUTDATED -> endings(consent);
            case GIVEN -> when(!consent.isInForce(leastForm(purpose)), Reason.CONSENT_MISSING);
        };
    }

    /** Whether it was in writing is rule 6's question. */
    private static ConsentForm leastForm(Purpose purpose) {
        return purpose.form() == ConsentForm.NONE ? ConsentForm.NONE : ConsentForm.EXPLICIT;
    }

    private static Set<Reason> endings(ConsentStatus consent) {
        var reasons = EnumSet.noneOf(Reason.class);
        consent.endings()
                .forEach(ending -> reasons.add(
                        ending.state() == ConsentState.EXPIRED ? Reason.CONSENT_EXPIRED : Reason.CONSENT_OUTDATED));
        return reasons;
    }

    private static Optional<Purpose> purpose(TransferFacts facts) {
        return facts.purpose().map(inForce -> inForce.purpose());
    }

    private static Set<Reason> when(boolean broken, Reason reason) {
        return broken ? Set.of(reason) : CONTENT;
    }
}
