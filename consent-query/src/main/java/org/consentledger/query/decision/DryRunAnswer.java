package org.consentledger.query.decision;

import java.util.List;
import org.consentledger.transfer.Finding;
import org.consentledger.transfer.Reason;
import org.consentledger.transfer.TransferQuestion;
import org.consentledger.transfer.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * What the rules say of a transfer that somebody asks about.
 *
 * @param isKnown whether the ledger knows anybody who was meant
 * @param subjectId the pseudonym; null if nobody is known, or it may not be told
 * @param rules every rule in its order; empty if nothing may be told of the person besides the verdict
 */
record DryRunAnswer(
        Verdict verdict,
        List<Reason> reasons,
        TransferQuestion question,
        boolean isKnown,
        @Nullable String subjectId,
        List<RuleView> rules) {

    public List<RuleView> broken() {
        return rules.stream()
                .filter(rule -> rule.answer() == Finding.Answer.BROKEN)
                .toList();
    }

    /** Whether it is about somebody erased, and was asked by the reference that led to them. */
    public boolean isCloaked() {
        return rules.isEmpty();
    }

    public String categories() {
        return String.join(", ", question.dataCategories());
    }

    /** The class of its shape in the stylesheet. */
    public String style() {
        return verdict == Verdict.PERMITTED ? "permitted" : "stopped";
    }
}
