package org.consentledger.query.history;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.Map;
import org.consentledger.http.access.Requires;
import org.consentledger.http.access.Scope;
import org.consentledger.http.field.SubjectReference;
import org.consentledger.ledger.reading.EventFilter;
import org.consentledger.ledger.reading.LedgerReader;
import org.consentledger.ledger.reading.Unsealing;
import org.consentledger.query.access.AccessLog;
import org.consentledger.query.access.ReadOperation;
import org.consentledger.query.access.Reader;
import org.consentledger.query.feed.CloudEvent;
import org.consentledger.query.feed.CloudEvents;
import org.consentledger.query.paging.Page;
import org.consentledger.query.paging.Pages;
import org.consentledger.query.paging.PositionCursor;
import org.consentledger.query.projection.ReadYourWrites;
import org.consentledger.query.subject.SubjectFilter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Requires(Scope.AUDIT_READ)
@Tag(name = "Subjects")
class HistoryController {

    private static final String LIST = "history";

    private final LedgerReader ledger;
    private final SubjectFilter subjects;
    private final Unsealing unsealing;
    private final CloudEvents events;
    private final AccessLog accesses;
    private final ReadYourWrites readYourWrites;

    HistoryController(
            LedgerReader ledger,
            SubjectFilter subjects,
            Unsealing unsealing,
            CloudEvents events,
            AccessLog accesses,
            ReadYourWrites readYourWrites) {
        this.ledger = ledger;
        this.subjects = subjects;
        this.unsealing = unsealing;
        this.events = events;
        this.accesses = accesses;
        this.readYourWrites = readYourWrites;
    }

    @Operation(
            operationId = "history",
            summary = "Everything the ledger holds of a subject",
            description = "Events from the ledger itself, in order of position. None once the subject was erased.")
    @GetMapping("/v1/subjects/{subject}/history")
    ResponseEntity<HistoryView> history(
            @PathVariable @SubjectReference String subject,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Page.LIMIT_DEFAULT) @Min(1) @Max(Page.LIMIT_MAX) int limit,
            @RequestParam(required = false) @Min(0) @Nullable Long minPosition,
            Reader reader,
            HttpServletRequest request) {
        readYourWrites.awaitLedger(minPosition);
        var after = PositionCursor.after(cursor, LIST);
        var known = subjects.known(subject);
        var id = known.legibleId();
        var reached = ledger.head();
        var page = Page.of(id == null ? List.of() : events(id, after, reached, limit + 1), limit);
        accesses.enter(reader, ReadOperation.HISTORY, id);
        return Pages.answer(
                new HistoryView(subject, id, known.erasedAt(), reached, page.items()),
                page,
                last -> PositionCursor.at(LIST, Long.parseLong(last.position())),
                Pages.kept(request, Map.of()));
    }

    private List<CloudEvent> events(String subjectId, long after, long reached, int limit) {
        return events.of(
                unsealing.of(ledger.read(new EventFilter(after, reached, limit, null, subjectId, null, null))));
    }
}
