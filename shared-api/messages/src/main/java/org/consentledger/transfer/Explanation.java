package org.consentledger.transfer;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A decision with what every rule said, made by the rules that decided.
 *
 * @param findings one of each rule, in their order
 */
public record Explanation(TransferQuestion question, TransferDecision decision, List<Finding> findings) {

    public Explanation {
        findings = List.copyOf(findings);
    }

    /** What a rule said. */
    public Finding of(Rule rule) {
        return findings.stream()
                .filter(finding -> finding.rule() == rule)
                .findFirst()
                .orElseThrow();
    }

    /** The purposes on which the subject's word was looked at, besides that of the question. */
    public Set<String> purposesJudged() {
        var judged = new HashSet<String>();
        judged.add(question.purpose());
        findings.stream()
                .flatMap(finding -> finding.circumstances(Circumstance.OfConsent.class).stream())
                .forEach(consent -> judged.add(consent.status().purpose()));
        return judged;
    }
}
