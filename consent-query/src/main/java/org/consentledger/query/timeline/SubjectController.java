package org.consentledger.query.timeline;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.List;
import org.consentledger.http.access.Requires;
import org.consentledger.http.access.Scope;
import org.consentledger.query.access.AccessLog;
import org.consentledger.query.access.ReadOperation;
import org.consentledger.query.access.Reader;
import org.consentledger.query.consent.ConsentProjection;
import org.consentledger.query.console.ConsolePages;
import org.consentledger.query.console.Visit;
import org.consentledger.query.knowledge.KnownAt;
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

@RestController
@Requires(Scope.AUDIT_READ)
class SubjectController {

    private static final List<String> READS = List.of(ConsentProjection.NAME, TransferProjection.NAME);
    private static final String TEMPLATE = "timeline/subject";

    private final SubjectPages subjects;
    private final SubjectMoments moments;
    private final ConsolePages pages;
    private final AccessLog accesses;
    private final ReadYourWrites readYourWrites;

    SubjectController(
            SubjectPages subjects,
            SubjectMoments moments,
            ConsolePages pages,
            AccessLog accesses,
            ReadYourWrites readYourWrites) {
        this.subjects = subjects;
        this.moments = moments;
        this.pages = pages;
        this.accesses = accesses;
        this.readYourWrites = readYourWrites;
    }

    @Operation(operationId = "subjectPage", hidden = true)
    @GetMapping(path = "/subjects/{subjectId}", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> subject(
            @PathVariable SubjectId subjectId,
            @RequestParam(required = false) @Nullable Instant asOf,
            @RequestParam(required = false) @Nullable KnownAt knownAt,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Min(0) @Nullable Long minPosition,
            Visit visit,
            Reader reader) {
        var question = new Question(asOf, knownAt, from, to);
        readYourWrites.await(minPosition, READS);
        subjects.requireKnown(subjectId);
        var moment = moments.of(subjectId, question, visit.language());
        accesses.enter(reader, ReadOperation.SUBJECT_PAGE, subjectId.value());
        return visit.isPart()
                ? pages.part(visit, TEMPLATE, "moment", new MomentPart(subjectId, question, moment))
                : pages.page(visit, TEMPLATE, subjects.page(subjectId, question, moment, cursor));
    }

    /** What of the page changes with the moment, under the names that the whole page has for it. */
    record MomentPart(SubjectId subjectId, Question question, Moment moment) {}
}
