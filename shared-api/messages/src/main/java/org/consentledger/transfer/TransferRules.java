package org.consentledger.transfer;

import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.consentledger.Outcome;
import org.consentledger.WorldTime;
import org.consentledger.catalogue.Catalogue;
import org.consentledger.register.LegalRegister;
import org.consentledger.timeline.Timeline;

/**
 * The decision whether data may go to a recipient: a pure function of the subject's timeline, the catalogue and the
 * legal register. The same code decides, answers dry runs and replays. Evaluated at the world time of the transfer.
 */
public final class TransferRules {

    private TransferRules() {}

    /** Asks every rule, so that the verdict comes with every reason. */
    public static TransferDecision decide(
            TransferQuestion question, Timeline timeline, Catalogue catalogue, LegalRegister register) {
        var facts = new TransferFacts(question, timeline, catalogue, register);
        var reasons = EnumSet.noneOf(Reason.class);
        RULES.forEach(rule -> reasons.addAll(rule.broken(facts)));
        return reasons.isEmpty()
                ? new TransferDecision(Verdict.PERMITTED, List.of(), facts.ground())
                : new TransferDecision(Verdict.REFUSED, List.copyOf(reasons), null);
    }

    /**
     * What to record of a transfer that was brought to the ledger.
     *
     * @param now the ledger's clock, UTC
     */
    public static Outcome<TransferEvent> decide(
            RecordTransfer command, Timeline timeline, Catalogue catalogue, LegalRegister register, Instant now) {
        var ahead = WorldTime.ahead(command.occurredAt(), now, "/occurredAt");
        if (ahead.isPresent()) {
            return new Outcome.Rejected<>(ahead.get());
        }
        var decision = decide(command.question(), timeline, catalogue, register);
        return Outcome.accepted(record(command, decision, new DecidedOn(catalogue.position(), register.digest())));
    }

    /** The purposes whose facts decide a transfer: its own, and the one that consents to crossing the border. */
    public static Set<String> purposesJudged(RecordTransfer command, Catalogue catalogue) {
        var judged = new HashSet<String>();
        judged.add(command.purpose());
        catalogue
                .purposeInForce(command.purpose(), command.occurredAt())
                .map(inForce -> inForce.purpose().crossBorderConsent())
                .ifPresent(judged::add);
        return judged;
    }

    private static TransferEvent record(RecordTransfer command, TransferDecision decision, DecidedOn decidedOn) {
        var id = command.subjectId();
        var ground = decision.ground();
        var transfer = new Transfer(
                command.subject(),
                command.recipient(),
                command.purpose(),
                command.dataCategories(),
                command.occurredAt(),
                command.reference());
        return switch (command.intent()) {
            case REPORT -> new TransferReported(id, transfer, decision.reasons(), ground, decidedOn);
            case AUTHORISE ->
                ground == null
                        ? new TransferRefused(id, transfer, decision.reasons(), decidedOn)
                        : new TransferPermitted(id, transfer, ground, decidedOn);
        };
    }

    @FunctionalInterface
    private interface Rule {
        Set<Reason> broken(TransferFacts facts);
    }

    /** In the order of the rules of the design; a rule that lacks what it judges has nothing to say. */
    private static final List<Rule> RULES = List.of(
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
