package org.consentledger.query.difference;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.constraints.Min;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.consentledger.http.access.Requires;
import org.consentledger.http.access.Scope;
import org.consentledger.http.problem.ProblemCode;
import org.consentledger.query.access.Reader;
import org.consentledger.query.consent.ConsentProjection;
import org.consentledger.query.console.ConsolePages;
import org.consentledger.query.console.Visit;
import org.consentledger.query.knowledge.KnownAt;
import org.consentledger.query.paging.Missing;
import org.consentledger.query.projection.ReadYourWrites;
import org.consentledger.query.transfer.TransferProjection;
import org.consentledger.subject.SubjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What lies between two moments of a subject, to look at. */
@RestController
@Requires(Scope.AUDIT_READ)
class DifferencePages {

    private static final List<String> READS = List.of(ConsentProjection.NAME, TransferProjection.NAME);
    private static final String TEMPLATE = "difference/difference";

    private final SubjectDifferences differences;
    private final ReadYourWrites readYourWrites;
    private final ConsolePages pages;
    private final Clock clock;

    DifferencePages(SubjectDifferences differences, ReadYourWrites readYourWrites, ConsolePages pages, Clock clock) {
        this.differences = differences;
        this.readYourWrites = readYourWrites;
        this.pages = pages;
        this.clock = clock;
    }

    @Operation(operationId = "consentsDifference", hidden = true)
    @GetMapping(path = "/subjects/{subjectId}/difference", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> difference(
            @PathVariable SubjectId subjectId,
            @RequestParam(required = false) @Nullable Instant fromAsOf,
            @RequestParam(required = false) @Nullable KnownAt fromKnownAt,
            @RequestParam(required = false) @Nullable Instant toAsOf,
            @RequestParam(required = false) @Nullable KnownAt toKnownAt,
            @RequestParam(required = false) @Min(0) @Nullable Long minPosition,
            Visit visit,
            Reader reader) {
        readYourWrites.await(minPosition, READS);
        var between = TwoMoments.of(fromAsOf, fromKnownAt, toAsOf, toKnownAt, clock.instant());
        var view = differences.of(subjectId, between, visit.language(), reader);
        if (view.subjectId() == null) {
            throw Missing.because(ProblemCode.NOT_FOUND);
        }
        var page = new DifferencePage(
                subjectId, new DifferencePage.Filled(fromAsOf, fromKnownAt, toAsOf, toKnownAt), view);
        return visit.isPart() ? pages.part(visit, TEMPLATE, "difference", page) : pages.page(visit, TEMPLATE, page);
    }
}
