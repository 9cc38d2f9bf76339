package org.consentledger.query.decision;

import java.util.List;
import org.consentledger.query.decision.DryRuns.DryRun;
import org.consentledger.query.language.Language;
import org.consentledger.query.language.Words;
import org.consentledger.query.notice.NoticeIndex;
import org.consentledger.subject.SubjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** From what the rules say of a transfer to what a reader is told of it. */
@Component
final class DryRunTelling {

    private final CitedEvents cited;
    private final NoticeIndex index;
    private final Words words;

    DryRunTelling(CitedEvents cited, NoticeIndex index, Words words) {
        this.cited = cited;
        this.index = index;
        this.words = words;
    }

    /** Asked by reference: the events of somebody erased would lead from it to the pseudonym, and are not told. */
    DryRunAnswer byReference(DryRun run, Language language) {
        var subject = run.subject();
        return answer(run, subject.legibleId(), subject.erasedAt() == null ? rules(run, language) : List.of());
    }

    /** Asked by pseudonym, under which what was said stays after an erasure. */
    DryRunAnswer byPseudonym(DryRun run, Language language) {
        return answer(run, run.subject().id(), rules(run, language));
    }

    private List<RuleView> rules(DryRun run, Language language) {
        var id = run.subject().id();
        var explanation = run.explanation();
        var citations = cited.of(id == null ? null : new SubjectId(id), List.of(explanation));
        var sentences = new FindingWords(words, language, index);
        return explanation.findings().stream()
                .map(finding -> citations.rule(finding, sentences.of(finding, explanation.question())))
                .toList();
    }

    private static DryRunAnswer answer(DryRun run, @Nullable String subjectId, List<RuleView> rules) {
        var decision = run.explanation().decision();
        return new DryRunAnswer(
                decision.verdict(),
                decision.reasons(),
                run.explanation().question(),
                run.subject().id() != null,
                subjectId,
                rules);
    }
}
