package org.consentledger.query.decision;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.consentledger.Rejection;
import org.consentledger.WorldTime;
import org.consentledger.http.access.Limit;
import org.consentledger.http.access.Requires;
import org.consentledger.http.access.Scope;
import org.consentledger.http.field.Code;
import org.consentledger.http.field.SubjectReference;
import org.consentledger.http.problem.Fault;
import org.consentledger.http.problem.Problem;
import org.consentledger.http.problem.ProblemCode;
import org.consentledger.http.problem.ProblemException;
import org.consentledger.query.access.AccessLog;
import org.consentledger.query.access.ReadOperation;
import org.consentledger.query.access.Reader;
import org.consentledger.query.consent.ConsentProjection;
import org.consentledger.query.consent.SubjectTimelines;
import org.consentledger.query.knowledge.CatalogueHistory;
import org.consentledger.query.language.Language;
import org.consentledger.query.projection.ReadYourWrites;
import org.consentledger.register.LegalRegister;
import org.consentledger.transfer.Intent;
import org.consentledger.transfer.TransferQuestion;
import org.consentledger.transfer.TransferRules;
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

    private static final int CATEGORIES_MAX = 100;
    private static final String AS_OF = "asOf";

    private final RecordedDecisions recorded;
    private final SubjectTimelines timelines;
    private final CatalogueHistory catalogues;
    private final LegalRegister register;
    private final AccessLog accesses;
    private final ReadYourWrites readYourWrites;
    private final Clock clock;

    DecisionController(
            RecordedDecisions recorded,
            SubjectTimelines timelines,
            CatalogueHistory catalogues,
            LegalRegister register,
            AccessLog accesses,
            ReadYourWrites readYourWrites,
            Clock clock) {
        this.recorded = recorded;
        this.timelines = timelines;
        this.catalogues = catalogues;
        this.register = register;
        this.accesses = accesses;
        this.readYourWrites = readYourWrites;
        this.clock = clock;
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
            @RequestParam @Size(min = 1, max = CATEGORIES_MAX) List<@Code String> category,
            @RequestParam(required = false) @Nullable Instant asOf,
            @RequestParam(required = false) @Min(0) @Nullable Long minPosition,
            Reader reader) {
        var limits = reader.caller().limits();
        limits.requireRecipient(recipient, "recipient");
        limits.requirePurpose(purpose, "purpose");
        readYourWrites.await(minPosition, List.of(ConsentProjection.NAME));
        var now = clock.instant();
        var at = asOf == null ? now : asOf;
        WorldTime.ahead(at, now, AS_OF).ifPresent(DecisionController::reject);
        var known = timelines.of(subject, null);
        accesses.enter(reader, ReadOperation.DECISION, known.subject().id());
        var catalogue = catalogues.asOf(known.knowledge());
        var decision = TransferRules.decide(
                new TransferQuestion(recipient, purpose, category, Intent.AUTHORISE, at),
                known.timeline(),
                catalogue,
                register);
        return new DecisionView(
                decision.verdict(), decision.reasons(), decision.ground(), at, catalogue.position(), known.reached());
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

    /** As record-transfer would; but here it is a parameter that is wrong, and not a field of a body. */
    private static void reject(Rejection rejection) {
        var fault = new Fault(null, AS_OF, null, rejection.code().name(), rejection.detail());
        throw new ProblemException(
                Problem.of(ProblemCode.of(rejection.code()), rejection.detail()).faults(List.of(fault)));
    }
}
