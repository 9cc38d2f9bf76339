package org.consentledger.query.access;

import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.time.LocalDate;
import org.consentledger.http.access.Requires;
import org.consentledger.http.access.Scope;
import org.consentledger.http.field.SubjectReference;
import org.consentledger.http.problem.ProblemCode;
import org.consentledger.query.console.ConsolePages;
import org.consentledger.query.console.Days;
import org.consentledger.query.console.Visit;
import org.consentledger.query.paging.Missing;
import org.consentledger.query.paging.Page;
import org.consentledger.query.paging.PositionCursor;
import org.consentledger.query.subject.SubjectFilter;
import org.consentledger.subject.SubjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The access log, to look at: the newest entry first. */
@RestController
@Requires(Scope.AUDIT_READ)
class AccessPages {

    private static final String LIST = "accesses-page";
    private static final String PATH = "/accesses";
    private static final int LIMIT = 50;

    private final Accesses accesses;
    private final AccessLog log;
    private final SubjectFilter subjects;
    private final ConsolePages pages;

    AccessPages(Accesses accesses, AccessLog log, SubjectFilter subjects, ConsolePages pages) {
        this.accesses = accesses;
        this.log = log;
        this.subjects = subjects;
        this.pages = pages;
    }

    /**
     * What the page shows.
     *
     * @param older cursor to the entries before these; null if there are none
     */
    record AccessesPage(
            Page<AccessView> accesses,
            @Nullable SubjectId subjectId,
            @Nullable String client,
            Days days,
            @Nullable String older) {}

    @GetMapping(path = PATH, produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> accesses(
            @RequestParam(required = false) @Nullable SubjectId subjectId,
            @RequestParam(required = false)
                    @Pattern(regexp = "[!-~]{1,200}", message = "must be 1 to 200 visible ASCII characters") @Nullable String client,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable String cursor,
            Visit visit,
            Reader reader) {
        var days = new Days(from, to);
        var until = cursor == null ? accesses.newest() : PositionCursor.after(cursor, LIST) - 1;
        var filter = new AccessFilter(subjectId, client, days.begin(), days.end());
        var page = Page.of(accesses.newest(filter, new Span(0, until), LIMIT + 1), LIMIT);
        var older = page.more()
                ? PositionCursor.at(LIST, page.items().getLast().number()).encode()
                : null;
        return pages.page(visit, "access/accesses", new AccessesPage(page, subjectId, client, days, older));
    }

    /** By upstream's reference, which stands in the body: it leads to the pseudonym, and so is an access itself. */
    @PostMapping(path = PATH, produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<Void> ofSubject(@RequestParam @SubjectReference String subject, Reader reader) {
        var id = subjects.known(subject).legibleId();
        log.enter(reader, ReadOperation.ACCESSES, id);
        if (id == null) {
            throw Missing.because(ProblemCode.NOT_FOUND);
        }
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(PATH + "?subjectId=" + id))
                .build();
    }
}
