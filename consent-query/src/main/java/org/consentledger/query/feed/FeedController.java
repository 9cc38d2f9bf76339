package org.consentledger.query.feed;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.io.IOException;
import java.util.TreeMap;
import org.consentledger.http.access.Requires;
import org.consentledger.http.access.Scope;
import org.consentledger.http.field.Code;
import org.consentledger.http.field.SubjectReference;
import org.consentledger.ledger.reading.LedgerReader;
import org.consentledger.ledger.reading.Unsealing;
import org.consentledger.query.access.AccessLog;
import org.consentledger.query.access.ReadOperation;
import org.consentledger.query.access.Reader;
import org.consentledger.query.paging.Page;
import org.consentledger.query.paging.Pages;
import org.consentledger.query.projection.ReadYourWrites;
import org.consentledger.query.subject.SubjectFilter;
import org.consentledger.subject.SubjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The whole ledger, for auditors and for services that follow it. */
@RestController
@Requires(Scope.AUDIT_READ)
@Tag(name = "Events")
class FeedController {

    private static final String START = "-1";

    private final LedgerReader ledger;
    private final Unsealing unsealing;
    private final SubjectFilter subjects;
    private final EventLines lines;
    private final EventStream stream;
    private final StreamedAnswer answer;
    private final AccessLog accesses;
    private final ReadYourWrites readYourWrites;

    FeedController(
            LedgerReader ledger,
            Unsealing unsealing,
            SubjectFilter subjects,
            EventLines lines,
            EventStream stream,
            StreamedAnswer answer,
            AccessLog accesses,
            ReadYourWrites readYourWrites) {
        this.ledger = ledger;
        this.unsealing = unsealing;
        this.subjects = subjects;
        this.lines = lines;
        this.stream = stream;
        this.answer = answer;
        this.accesses = accesses;
        this.readYourWrites = readYourWrites;
    }

    @Operation(
            operationId = "events",
            summary = "The ledger's events in order of position",
            description = "A page as JSON; everything up to the newest event as application/x-ndjson; everything and"
                    + " then each new event as text/event-stream, whose ids are positions and which goes on after"
                    + " Last-Event-ID. A limit is of 1 to 500 events in a page; of any number in the other two, which have none"
                    + " unless it is given, and a stream ends when it has sent so many. Filters are type, subject (or subjectId), and recipient: transfers to it and its"
                    + " own events.")
    @GetMapping("/v1/events")
    ResponseEntity<EventsView> page(
            @RequestParam(defaultValue = START) @Min(-1) long after,
            @RequestParam(defaultValue = Page.LIMIT_DEFAULT) @Min(1) @Max(Page.LIMIT_MAX) int limit,
            @RequestParam(required = false) @EventType @Nullable String type,
            @RequestParam(required = false) @SubjectReference @Nullable String subject,
            @RequestParam(required = false) @Nullable SubjectId subjectId,
            @RequestParam(required = false) @Code @Nullable String recipient,
            @RequestParam(required = false) @Min(0) @Nullable Long minPosition,
            Reader reader,
            HttpServletRequest request) {
        readYourWrites.awaitLedger(minPosition);
        var who = subjects.of(subject, subjectId);
        var reached = ledger.head();
        var read = ledger.read(new FeedFilter(type, who, recipient).after(after, limit + 1)).stream()
                .filter(recorded -> recorded.position() <= reached)
                .toList();
        var found = unsealing.of(read).stream()
                .map(recorded -> EventView.of(recorded, ledger))
                .toList();
        var page = Page.of(found, limit);
        accesses.enter(reader, ReadOperation.EVENTS, page.items().stream().map(EventView::subjectId));
        var ok = ResponseEntity.ok();
        if (page.more()) {
            var next = new TreeMap<>(Pages.kept(request, SubjectFilter.parameter(who)));
            next.put("after", Long.toString(page.items().getLast().position()));
            ok.header(HttpHeaders.LINK, Pages.nextLink(next));
        }
        return ok.body(new EventsView(reached, page.items()));
    }

    @GetMapping(path = "/v1/events", produces = MediaType.APPLICATION_NDJSON_VALUE)
    void lines(
            @RequestParam(defaultValue = START) @Min(-1) long after,
            @RequestParam(required = false) @Min(1) @Nullable Long limit,
            @RequestParam(required = false) @EventType @Nullable String type,
            @RequestParam(required = false) @SubjectReference @Nullable String subject,
            @RequestParam(required = false) @Nullable SubjectId subjectId,
            @RequestParam(required = false) @Code @Nullable String recipient,
            @RequestParam(required = false) @Min(0) @Nullable Long minPosition,
            Reader reader,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        readYourWrites.awaitLedger(minPosition);
        var filter = new FeedFilter(type, subjects.of(subject, subjectId), recipient);
        var most = limit == null ? Long.MAX_VALUE : limit;
        answer.write(
                Streams.Kind.EXPORT,
                MediaType.APPLICATION_NDJSON,
                out -> lines.write(filter, after, most, reader, out),
                request,
                response);
    }

    @GetMapping(path = "/v1/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    void stream(
            @RequestHeader(name = "Last-Event-ID", required = false) @Min(-1) @Nullable Long lastEventId,
            @RequestParam(defaultValue = START) @Min(-1) long after,
            @RequestParam(required = false) @Min(1) @Nullable Long limit,
            @RequestParam(required = false) @EventType @Nullable String type,
            @RequestParam(required = false) @SubjectReference @Nullable String subject,
            @RequestParam(required = false) @Nullable SubjectId subjectId,
            @RequestParam(required = false) @Code @Nullable String recipient,
            @RequestParam(required = false) @Min(0) @Nullable Long minPosition,
            Reader reader,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        readYourWrites.awaitLedger(minPosition);
        var filter = new FeedFilter(type, subjects.of(subject, subjectId), recipient);
        var start = lastEventId == null ? after : lastEventId;
        var most = limit == null ? Long.MAX_VALUE : limit;
        answer.write(
                Streams.Kind.LIVE,
                MediaType.TEXT_EVENT_STREAM,
                out -> stream.follow(filter, start, most, reader, out),
                request,
                response);
    }
}
