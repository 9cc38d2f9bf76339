package org.consentledger.query.access;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.util.Map;
import org.consentledger.http.access.Requires;
import org.consentledger.http.access.Scope;
import org.consentledger.http.field.SubjectReference;
import org.consentledger.query.paging.Page;
import org.consentledger.query.paging.Pages;
import org.consentledger.query.projection.ReadYourWrites;
import org.consentledger.query.subject.SubjectFilter;
import org.consentledger.subject.SubjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Requires(Scope.AUDIT_READ)
@Tag(name = "Accesses", description = "Who was shown whose data, and why")
class AccessController {

    private static final String ALL = "accesses";
    private static final String OF_SUBJECT = "subject-accesses";

    private final Accesses accesses;
    private final AccessLog log;
    private final SubjectFilter subjects;
    private final ReadYourWrites readYourWrites;

    AccessController(Accesses accesses, AccessLog log, SubjectFilter subjects, ReadYourWrites readYourWrites) {
        this.accesses = accesses;
        this.log = log;
        this.subjects = subjects;
        this.readYourWrites = readYourWrites;
    }

    @Operation(
            operationId = "accesses",
            summary = "Who was shown whose data, and why",
            description =
                    "Every access in order, up to the newest when the first page was asked for; from (inclusive) and"
                            + " to (exclusive) are the database's time. A subject may be named by its reference or by its"
                            + " subjectId; by its reference, it is an access to that subject's data itself.")
    @GetMapping("/v1/accesses")
    ResponseEntity<AccessesView> all(
            @RequestParam(required = false) @SubjectReference @Nullable String subject,
            @RequestParam(required = false) @Nullable SubjectId subjectId,
            @RequestParam(required = false)
                    @Pattern(regexp = "[!-~]{1,200}", message = "must be 1 to 200 visible ASCII characters") @Nullable String client,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Page.LIMIT_DEFAULT) @Min(1) @Max(Page.LIMIT_MAX) int limit,
            @RequestParam(required = false) @Min(0) @Nullable Long minPosition,
            Reader reader,
            HttpServletRequest request) {
        readYourWrites.awaitLedger(minPosition);
        var who = subjects.of(subject, subjectId);
        var span = Span.of(cursor, ALL, accesses::newest);
        var page = Page.of(accesses.list(new AccessFilter(who, client, from, to), span, limit + 1), limit);
        if (subject != null) {
            log.enter(reader, ReadOperation.ACCESSES, page.items().stream().map(AccessView::subjectId));
        }
        return Pages.answer(
                new AccessesView(page.items()),
                page,
                last -> span.behind(last, ALL),
                Pages.kept(request, SubjectFilter.parameter(who)));
    }

    @Operation(
            operationId = "accessesOfSubject",
            summary = "Who was shown a subject's data, and why",
            description =
                    "Every access in order, up to the newest when the first page was asked for; from (inclusive) and"
                            + " to (exclusive) are the database's time. None once the subject was erased. Asking is an access"
                            + " itself.")
    @GetMapping("/v1/subjects/{subject}/accesses")
    ResponseEntity<AccessesOfSubject> ofSubject(
            @PathVariable @SubjectReference String subject,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Page.LIMIT_DEFAULT) @Min(1) @Max(Page.LIMIT_MAX) int limit,
            @RequestParam(required = false) @Min(0) @Nullable Long minPosition,
            Reader reader,
            HttpServletRequest request) {
        readYourWrites.awaitLedger(minPosition);
        var known = subjects.known(subject);
        var span = Span.of(cursor, OF_SUBJECT, accesses::newest);
        var filter = new AccessFilter(known.filter(), null, from, to);
        var page = Page.of(accesses.list(filter, span, limit + 1), limit);
        log.enter(reader, ReadOperation.ACCESSES_OF_SUBJECT, known.legibleId());
        return Pages.answer(
                new AccessesOfSubject(subject, known.legibleId(), known.erasedAt(), page.items()),
                page,
                last -> span.behind(last, OF_SUBJECT),
                Pages.kept(request, Map.of()));
    }
}
