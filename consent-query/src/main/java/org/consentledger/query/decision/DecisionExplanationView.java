package org.consentledger.query.decision;

import java.time.Instant;
import java.util.List;
import org.consentledger.transfer.DecidedOn;
import org.consentledger.transfer.Ground;
import org.consentledger.transfer.Intent;
import org.consentledger.transfer.Reason;
import org.consentledger.transfer.Rule;
import org.consentledger.transfer.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Why a recorded decision came out as it did, and whether it would today.
 *
 * @param type TransferPermitted, TransferRefused or TransferReported
 * @param recordedAt ledger time, UTC
 * @param subject upstream's reference; null once the subject was erased
 * @param verdict as recorded; of a report, what the rules found
 * @param reasons as recorded: of a refusal, or findings of a report
 * @param ground as recorded; null if refused
 * @param decidedOn what it rested on besides the subject's own facts
 * @param language of the sentences, BCP 47
 * @param why each recorded reason with the rule that finds it
 * @param rules every rule in its order, from what was known when it was decided
 * @param reproduced decided again from what was known at its position
 * @param today decided with what is known now
 * @param sentences the decision, in plain words
 */
record DecisionExplanationView(
        String eventId,
        String type,
        long position,
        Instant recordedAt,
        String subjectId,
        @Nullable String subject,
        TransferAsked transfer,
        Verdict verdict,
        List<Reason> reasons,
        @Nullable Ground ground,
        DecidedOn decidedOn,
        String language,
        List<ReasonView> why,
        List<RuleView> rules,
        Again reproduced,
        Today today,
        List<String> sentences) {

    /**
     * What was asked.
     *
     * @param occurredAt world time, UTC
     * @param reference upstream's own; null if it gave none, or the subject was erased
     */
    record TransferAsked(
            String recipient,
            String purpose,
            List<String> dataCategories,
            Intent intent,
            Instant occurredAt,
            @Nullable String reference) {}

    /**
     * A recorded reason.
     *
     * @param law articles that the rule follows; empty where only the notice asks for it
     * @param foundAgain whether the rules of this release find it in what was known then
     */
    record ReasonView(Reason reason, Rule rule, int number, List<String> law, boolean foundAgain, String sentence) {}

    /**
     * The same transfer, decided once more.
     *
     * @param asOf world time of the transfer, UTC
     * @param position last event of the subject that could count
     * @param cataloguePosition last event about a notice or recipient that counted
     * @param legalRegister digest of the legal register that was used
     * @param recordedRegister whether that is the register of the recorded decision
     * @param same whether verdict and reasons are the recorded ones
     * @param sameGround whether the ground is, too
     * @param sentences why it is not the same, in plain words; or that it is
     */
    record Again(
            Instant asOf,
            long position,
            long cataloguePosition,
            String legalRegister,
            boolean recordedRegister,
            Verdict verdict,
            List<Reason> reasons,
            @Nullable Ground ground,
            boolean same,
            boolean sameGround,
            List<String> sentences) {}

    /**
     * With what is known now.
     *
     * @param sameTime the same transfer, at its own world time
     * @param asIfNow the same transfer, as if it happened now
     */
    record Today(Again sameTime, Again asIfNow) {}
}
