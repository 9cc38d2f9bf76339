package org.consentledger.query.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.consentledger.ledger.reading.RecordedEvent;
import org.consentledger.query.decision.DecisionExplanationView.Again;
import org.consentledger.query.decision.DecisionExplanationView.ReasonView;
import org.consentledger.query.decision.DecisionExplanationView.Today;
import org.consentledger.query.decision.DecisionExplanationView.TransferAsked;
import org.consentledger.query.decision.RecordedDecisions.Decided;
import org.consentledger.query.decision.RecordedDecisions.DecidedAgain;
import org.consentledger.transfer.Explanation;
import org.consentledger.transfer.Finding;
import org.consentledger.transfer.Reason;
import org.consentledger.transfer.Rule;
import org.consentledger.transfer.TransferEvent;

/** From a decision, and what it comes to when it is made again, to what an answer says of it. */
record DecisionTelling(
        RecordedEvent recorded,
        TransferEvent event,
        DecidedAgain again,
        Citations citations,
        FindingWords rules,
        DecisionWords words) {

    DecisionExplanationView view() {
        var transfer = event.transfer();
        var reproduced = again.reproduced().explanation();
        return new DecisionExplanationView(
                recorded.id(),
                recorded.type(),
                recorded.position(),
                recorded.recordedAt(),
                event.subjectId().value(),
                transfer.subject(),
                new TransferAsked(
                        transfer.recipient(),
                        transfer.purpose(),
                        transfer.dataCategories(),
                        event.intent(),
                        transfer.occurredAt(),
                        transfer.reference()),
                event.decision().verdict(),
                event.reasons(),
                event.ground(),
                event.decidedOn(),
                words.language().tag(),
                event.reasons().stream().map(this::reason).toList(),
                rules(reproduced),
                of(again.reproduced(), reproduction(again.reproduced())),
                new Today(
                        of(again.sameTime(), today("same-time", again.sameTime())),
                        of(again.asIfNow(), today("as-if-now", again.asIfNow()))),
                sentences());
    }

    private List<RuleView> rules(Explanation explanation) {
        return explanation.findings().stream()
                .map(finding -> citations.rule(finding, sentence(explanation, finding)))
                .toList();
    }

    private String sentence(Explanation explanation, Finding finding) {
        return rules.of(finding, explanation.question());
    }

    private ReasonView reason(Reason reason) {
        var explanation = again.reproduced().explanation();
        var rule = Rule.of(reason);
        var finding = explanation.of(rule);
        var foundAgain = finding.reasons().contains(reason);
        return new ReasonView(
                reason,
                rule,
                rule.number(),
                rule.law(),
                foundAgain,
                foundAgain ? sentence(explanation, finding) : rules.notFoundAgain(reason));
    }

    private Again of(Decided decided, List<String> sentences) {
        var decision = decided.explanation().decision();
        return new Again(
                decided.explanation().question().at(),
                decided.position(),
                decided.cataloguePosition(),
                decided.legalRegister(),
                isRecordedRegister(decided),
                decision.verdict(),
                decision.reasons(),
                decision.ground(),
                isSame(decided),
                Objects.equals(decision.ground(), event.ground()),
                sentences);
    }

    private boolean isSame(Decided decided) {
        return decided.explanation().decision().reasons().equals(event.reasons());
    }

    private boolean isRecordedRegister(Decided decided) {
        return decided.legalRegister().equals(event.decidedOn().legalRegister());
    }

    private List<String> reproduction(Decided decided) {
        var sentences = new ArrayList<String>();
        sentences.add(words.reproduced(
                isSame(decided), Objects.equals(decided.explanation().decision().ground(), event.ground())));
        if (!isRecordedRegister(decided)) {
            sentences.add(words.registerNotKept());
        }
        sentences.addAll(differing(decided));
        return sentences;
    }

    private List<String> today(String when, Decided decided) {
        var decision = decided.explanation().decision();
        var sentences = new ArrayList<String>();
        sentences.add(words.today(when, decided.explanation().question().at(), decision.verdict(), isSame(decided)));
        if (isSame(decided) && !Objects.equals(decision.ground(), event.ground())) {
            sentences.add(words.otherGround());
        }
        if (!isSame(decided) && !isRecordedRegister(decided)) {
            sentences.add(words.otherRegister());
        }
        sentences.addAll(differing(decided));
        return sentences;
    }

    /** What the rules say that recorded other reasons. */
    private List<String> differing(Decided decided) {
        var explanation = decided.explanation();
        return explanation.findings().stream()
                .filter(finding -> !finding.reasons().equals(recordedBy(finding.rule())))
                .map(finding -> sentence(explanation, finding) + learntSince(finding))
                .toList();
    }

    /** Of what decides now and was not known then. */
    private String learntSince(Finding finding) {
        var view = citations.rule(finding, "");
        var consent = view.consent();
        var objection = view.objection();
        return Stream.of(consent == null ? null : consent.event(), objection == null ? null : objection.event())
                .filter(Objects::nonNull)
                .filter(event -> event.position() > recorded.position())
                .map(event -> " " + words.learntSince(event.recordedAt()))
                .findFirst()
                .orElse("");
    }

    private List<Reason> recordedBy(Rule rule) {
        return event.reasons().stream()
                .filter(reason -> Rule.of(reason) == rule)
                .toList();
    }

    private List<String> sentences() {
        var explanation = again.reproduced().explanation();
        var why = event.reasons().isEmpty()
                ? explanation.findings().stream()
                        .filter(finding -> finding.answer() == Finding.Answer.HOLDS)
                        .map(finding -> sentence(explanation, finding))
                : event.reasons().stream()
                        .map(this::reason)
                        .map(ReasonView::sentence)
                        .distinct();
        return Stream.concat(Stream.of(words.decided(recorded, event)), why).toList();
    }
}
