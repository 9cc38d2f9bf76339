package org.consentledger.transfer;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.consentledger.notice.ConsentForm;
import org.consentledger.notice.Purpose;
import org.consentledger.timeline.ConsentState;
import org.consentledger.timeline.ConsentStatus;
import org.consentledger.transfer.Circumstance.OfCategories;
import org.consentledger.transfer.Circumstance.OfErasure;
import org.consentledger.transfer.Circumstance.OfObjection;
import org.consentledger.transfer.Circumstance.OfPurpose;
import org.consentledger.transfer.Circumstance.OfRecipient;
import org.consentledger.transfer.Circumstance.OfSafeguards;

/**
 * The rules, one by one. Each says which reasons it finds against a transfer, none if it is content, and what it looked at.
 * A rule that lacks what it judges has nothing to say.
 */
final class TransferRule {

    private static final Set<Reason> CONTENT = Set.of();

    private TransferRule() {}

    /** Rule 1. */
    static Finding recipientIsKnownAndNotRetired(TransferFacts facts) {
        var rule = Rule.RECIPIENT_IN_USE;
        return facts.recipient()
                .map(recipient -> Finding.of(
                        rule,
                        when(recipient.isRetiredAt(facts.at()), Reason.RECIPIENT_RETIRED),
                        new OfRecipient(recipient)))
                .orElseGet(() -> Finding.of(
                        rule,
                        Set.of(Reason.RECIPIENT_UNKNOWN),
                        new Circumstance.NoRecipient(facts.question().recipient())));
    }

    /** Rule 2: data is used only for what the notice in force tells the subject (GDPR Art. 5(1)(b), 13(1)(c)). */
    static Finding purposeStandsInTheNoticeInForce(TransferFacts facts) {
        var rule = Rule.PURPOSE_IN_NOTICE;
        return facts.purpose()
                .map(named -> Finding.of(rule, CONTENT, new OfPurpose(named.notice(), named.purpose())))
                .orElseGet(() -> Finding.of(
                        rule,
                        Set.of(Reason.PURPOSE_NOT_IN_NOTICE),
                        new Circumstance.NoPurpose(
                                facts.question().purpose(), facts.catalogue().inForce(facts.at()))));
    }

    /** Rule 3: no more data than the purpose needs (GDPR Art. 5(1)(c)). */
    static Finding everyCategoryStandsUnderThePurpose(TransferFacts facts) {
        return underThePurpose(Rule.CATEGORIES_UNDER_PURPOSE, facts, named -> {
            var covered = named.purpose().dataCategories();
            var uncovered = facts.question().dataCategories().stream()
                    .filter(category -> !covered.contains(category))
                    .toList();
            return Finding.of(
                    Rule.CATEGORIES_UNDER_PURPOSE,
                    when(!uncovered.isEmpty(), Reason.CATEGORY_NOT_COVERED),
                    named,
                    new OfCategories(uncovered));
        });
    }

    /** Rule 4: only to the categories of recipients the subject was told of (GDPR Art. 13(1)(e)). */
    static Finding recipientClassStandsUnderThePurpose(TransferFacts facts) {
        var rule = Rule.RECIPIENT_CLASS_UNDER_PURPOSE;
        return underThePurpose(
                rule,
                facts,
                named -> facts.recipient()
                        .map(recipient -> Finding.of(
                                rule,
                                when(
                                        !named.purpose().recipientClasses().contains(recipient.recipientClass()),
                                        Reason.RECIPIENT_CLASS_NOT_COVERED),
                                named,
                                new OfRecipient(recipient)))
                        .orElseGet(() -> Finding.notConcerned(rule, named)));
    }

    /** Rule 5: the purpose is lawful (GDPR Art. 6(1)); contract and legal duty need no consent. */
    static Finding theBasisHolds(TransferFacts facts) {
        var rule = Rule.BASIS_HOLDS;
        return underThePurpose(rule, facts, named -> {
            var purpose = named.purpose();
            return switch (purpose.basis()) {
                case CONSENT -> {
                    var consent = facts.consent(purpose.purpose());
                    yield Finding.of(
                            rule,
                            consentStands(consent, purpose),
                            named,
                            facts.circumstance(consent, leastForm(purpose)));
                }
                case LEGITIMATE_INTEREST -> {
                    var objection = facts.timeline().objection(purpose.purpose(), facts.at());
                    yield Finding.of(
                            rule,
                            when(objection.isPresent(), Reason.OBJECTED),
                            named,
                            new OfObjection(purpose.purpose(), objection.orElse(null)));
                }
                case CONTRACT, LEGAL_OBLIGATION, VITAL_INTEREST, PUBLIC_TASK -> Finding.of(rule, CONTENT, named);
            };
        });
    }

    /** Rule 6: special categories need consent in writing (reference statement, section 2; GDPR Art. 9(2)(a)). */
    static Finding specialCategoriesHaveWrittenConsent(TransferFacts facts) {
        var rule = Rule.CONSENT_IN_WRITING;
        return underThePurpose(rule, facts, named -> {
            var purpose = named.purpose();
            if (purpose.form() != ConsentForm.WRITTEN) {
                return Finding.notConcerned(rule, named);
            }
            var consent = facts.consent(purpose.purpose());
            return Finding.of(
                    rule,
                    when(!consent.isInForce(ConsentForm.WRITTEN), Reason.WRITTEN_CONSENT_REQUIRED),
                    named,
                    facts.circumstance(consent, ConsentForm.WRITTEN));
        });
    }

    /** Rule 7, first half: outside the home area something makes the transfer legitimate (GDPR Art. 44 to 47). */
    static Finding thirdCountryIsCovered(TransferFacts facts) {
        var rule = Rule.THIRD_COUNTRY_COVERED;
        return facts.crossBorder()
                .map(TransferFacts.CrossBorder::safeguards)
                .map(safeguards -> {
                    var used = safeguards.inForce();
                    return Finding.of(
                            rule,
                            used.isPresent() ? CONTENT : safeguards.whyNone(),
                            new OfSafeguards(safeguards.country(), safeguards.weighed(), used.orElse(null)));
                })
                .orElseGet(() -> Finding.notConcerned(rule, facts.atHome()));
    }

    /** Rule 7, second half: what the notice promises to ask for was asked and granted (reference statement, 3(d)). */
    static Finding crossBorderTransferIsConsentedTo(TransferFacts facts) {
        var rule = Rule.CROSS_BORDER_CONSENT;
        return underThePurpose(rule, facts, named -> {
            var asked = named.purpose().crossBorderConsent();
            if (asked == null || facts.crossBorder().isEmpty()) {
                return Finding.notConcerned(
                        rule,
                        Stream.concat(Stream.of(named), Stream.of(facts.atHome()))
                                .toArray(Circumstance[]::new));
            }
            var consent = facts.consent(asked);
            return Finding.of(
                    rule,
                    when(!consent.isInForce(ConsentForm.EXPLICIT), Reason.TRANSFER_CONSENT_MISSING),
                    named,
                    facts.circumstance(consent, ConsentForm.EXPLICIT));
        });
    }

    /**
     * Rule 8: nothing moves once the subject was erased (GDPR Art. 17). What is still to be authorised has not moved yet,
     * whatever its time; what is reported may have moved before.
     */
    static Finding subjectIsNotErased(TransferFacts facts) {
        var isErased = switch (facts.question().intent()) {
            case AUTHORISE -> facts.timeline().wasErased();
            case REPORT -> facts.timeline().isErasedAt(facts.at());
        };
        return Finding.of(
                Rule.SUBJECT_NOT_ERASED,
                when(isErased, Reason.SUBJECT_ERASED),
                new OfErasure(isErased ? facts.timeline().erasedAt() : null));
    }

    private static Finding underThePurpose(Rule rule, TransferFacts facts, Function<OfPurpose, Finding> judge) {
        return facts.purpose()
                .map(named -> judge.apply(new OfPurpose(named.notice(), named.purpose())))
                .orElseGet(() -> Finding.notConcerned(rule));
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

    private static Set<Reason> when(boolean broken, Reason reason) {
        return broken ? Set.of(reason) : CONTENT;
    }

    /** In the order of the rules of the design. */
    static final List<Function<TransferFacts, Finding>> ALL = List.of(
            TransferRule::recipientIsKnownAndNotRetired,
            TransferRule::purposeStandsInTheNoticeInForce,
            TransferRule::everyCategoryStandsUnderThePurpose,
            TransferRule::recipientClassStandsUnderThePurpose,
            TransferRule::theBasisHolds,
            TransferRule::specialCategoriesHaveWrittenConsent,
            TransferRule::thirdCountryIsCovered,
            TransferRule::crossBorderTransferIsConsentedTo,
            TransferRule::subjectIsNotErased);
}
