package org.consentledger.query.decision;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.consentledger.http.access.Requires;
import org.consentledger.http.access.Scope;
import org.consentledger.http.field.Code;
import org.consentledger.http.field.SubjectReference;
import org.consentledger.ledger.catalogue.CatalogueReader;
import org.consentledger.query.access.Reader;
import org.consentledger.query.console.ConsolePages;
import org.consentledger.query.console.Visit;
import org.consentledger.query.decision.DryRuns.Asked;
import org.consentledger.query.decision.ExplainerPage.Filled;
import org.consentledger.subject.SubjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the rules would say, and why they said what they did, to look at. */
@RestController
@Requires(Scope.AUDIT_READ)
class DecisionPages {

    private static final String PATH = "/decision";
    private static final String EXPLAINER = "decision/explainer";
    private static final Pattern PSEUDONYM = Pattern.compile("s-[0-9a-f]{32}");

    private final DryRuns dryRuns;
    private final DryRunTelling telling;
    private final RecordedDecisions recorded;
    private final CatalogueReader catalogue;
    private final ConsolePages pages;

    DecisionPages(
            DryRuns dryRuns,
            DryRunTelling telling,
            RecordedDecisions recorded,
            CatalogueReader catalogue,
            ConsolePages pages) {
        this.dryRuns = dryRuns;
        this.telling = telling;
        this.recorded = recorded;
        this.catalogue = catalogue;
        this.pages = pages;
    }

    /** The form, filled in as far as a link says; it asks nothing yet. */
    @GetMapping(path = PATH, produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> explainer(
            @RequestParam(required = false) @Nullable SubjectId subjectId,
            @RequestParam(required = false) @Code @Nullable String recipient,
            @RequestParam(required = false) @Code @Nullable String purpose,
            @RequestParam(defaultValue = "") @Size(max = DryRuns.CATEGORIES_MAX) List<@Code String> category,
            @RequestParam(required = false) @Nullable Instant asOf,
            Visit visit) {
        var subject = subjectId == null ? null : subjectId.value();
        return pages.page(visit, EXPLAINER, page(new Filled(subject, recipient, purpose, category, asOf), null));
    }

    /** Whom it is about stands in the body, as no URL made here may hold personal data. */
    @Operation(operationId = "decision", hidden = true)
    @PostMapping(path = PATH, produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> decide(
            @RequestParam @SubjectReference String subject,
            @RequestParam @Code String recipient,
            @RequestParam @Code String purpose,
            @RequestParam @Size(min = 1, max = DryRuns.CATEGORIES_MAX) List<@Code String> category,
            @RequestParam(required = false) @Nullable Instant asOf,
            Visit visit,
            Reader reader) {
        var asked = new Asked(recipient, purpose, category, asOf, null);
        var pasted = subject.strip();
        var answer = PSEUDONYM.matcher(pasted).matches()
                ? telling.byPseudonym(dryRuns.of(new SubjectId(pasted), asked, reader), visit.language())
                : telling.byReference(dryRuns.of(subject, asked, reader), visit.language());
        var page = page(new Filled(subject, recipient, purpose, category, asOf), answer);
        return visit.isPart() ? pages.part(visit, EXPLAINER, "answer", page) : pages.page(visit, EXPLAINER, page);
    }

    private ExplainerPage page(Filled filled, @Nullable DryRunAnswer answer) {
        var choices = Choices.of(catalogue.current(), filled.recipient(), filled.purpose(), filled.categories());
        return new ExplainerPage(choices, filled, answer);
    }

    @Operation(operationId = "decisionExplanation", hidden = true)
    @GetMapping(path = "/decisions/{eventId}", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> recorded(@PathVariable String eventId, Visit visit, Reader reader) {
        return pages.page(
                visit, "decision/decision", new DecisionPage(recorded.explain(eventId, visit.language(), reader)));
    }
}
