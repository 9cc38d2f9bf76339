package org.consentledger.transfer;

import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
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
        return explain(question, timeline, catalogue, register).decision();
    }

    /** The same, with what each rule said and on what that rests. */
    public static Explanation explain(
            TransferQuestion question, Timeline timeline, Catalogue catalogue, LegalRegister register) {
        var facts = new TransferFacts(question, timeline, catalogue, register);
        var findings = TransferRule.ALL.stream().map(rule -> rule.apply(facts)).toList();
        var reasons = EnumSet.noneOf(Reason.class);
        findings.forEach(finding -> reasons.addAll(finding.reasons()));
        var decision = reasons.isEmpty()
                ? new TransferDecision(Verdict.PERMITTED, List.of(), facts.ground())
                : new TransferDecision(Verdict.REFUSED, List.copyOf(reasons), null);
        return new Explanation(question, decision, findings);
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

    /**
     * Whether a transfer leaves the home area of the notice in force on its day, as rule 7 has it.
     *
     * @return empty if that cannot be told, as the purpose or the recipient is not known
     */
    public static Optional<Boolean> leavesHomeArea(Transfer transfer, Catalogue catalogue, LegalRegister register) {
        var at = transfer.occurredAt();
        return catalogue
                .purposeInForce(transfer.purpose(), at)
                .flatMap(named -> catalogue
                        .recipient(transfer.recipient())
                        .map(recipient -> !register.isWithin(named.notice().homeArea(), recipient.country(), at)));
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
}
