package org.consentledger.query.decision;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.consentledger.http.access.Limit;
import org.consentledger.http.access.Requires;
import org.consentledger.http.access.Scope;
import org.consentledger.http.field.Code;
import org.consentledger.http.field.SubjectReference;
import org.consentledger.query.access.Reader;
import org.consentledger.query.consent.ConsentProjection;
import org.consentledger.query.language.Language;
import org.consentledger.query.projection.ReadYourWrites;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Requires(
        value = {Scope.CONSENT_READ, Scope.AUDIT_READ},
        heeds = {Limit.PURPOSES, Limit.RECIPIENTS, Limit.SOURCE})
@Tag(name = "Decisions")
class DecisionController {

    private final DryRuns dryRuns;
    private final RecordedDecisions recorded;
    private final ReadYourWrites readYourWrites;

    DecisionController(DryRuns dryRuns, RecordedDecisions recorded, ReadYourWrites readYourWrites) {
        this.dryRuns = dryRuns;
        this.recorded = recorded;
        this.readYourWrites = readYourWrites;
    }

    @Operation(
            operationId = "decision",
            summary = "Would this transfer be permitted?",
            description = "A dry run of the rules that decide record-transfer. It records nothing, so it is no"
                    + " authorisation: the subject may take consent back the moment after.")
    @GetMapping("/v1/decisions")
    DecisionView decide(
            @RequestParam @SubjectReference String subject,
            @RequestParam @Code String recipient,
            @RequestParam @Code String purpose,
            @RequestParam @Size(min = 1, max = DryRuns.CATEGORIES_MAX) List<@Code String> category,
            @RequestParam(required = false) @Nullable Instant asOf,
            @RequestParam(required = false) @Min(0) @Nullable Long minPosition,
            Reader reader) {
        var run = dryRuns.of(subject, new DryRuns.Asked(recipient, purpose, category, asOf, minPosition), reader);
        var decision = run.explanation().decision();
        return new DecisionView(
                decision.verdict(),
                decision.reasons(),
                decision.ground(),
                run.explanation().question().at(),
                run.cataloguePosition(),
                run.position());
    }

    @Operation(
            operationId = "decisionExplanation",
            summary = "Why a recorded decision came out as it did",
            description =
                    "Of any TransferPermitted, TransferRefused or TransferReported: every rule with what it rested"
                            + " on, decided again from what was known then, and with what is known today. Sentences are in the"
                            + " best language of Accept-Language, English or Italian.")
    @GetMapping("/v1/decisions/{eventId}")
    DecisionExplanationView explain(
            @PathVariable String eventId,
            @RequestParam(required = false) @Min(0) @Nullable Long minPosition,
            Language language,
            Reader reader) {
        readYourWrites.await(minPosition, List.of(ConsentProjection.NAME));
        return recorded.explain(eventId, language, reader);
    }
}
