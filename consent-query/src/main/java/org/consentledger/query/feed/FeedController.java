package org.consentledger.query.feed;

import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.io.IOException;
import java.util.List;
import java.util.TreeMap;
import org.consentledger.http.access.Requires;
import org.consentledger.http.access.Scope;
import org.consentledger.http.field.Code;
import org.consentledger.http.field.SubjectReference;
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

    /** Of CloudEvents, JSON event format, section 4. */
    static final String BATCH = "application/cloudevents-batch+json";

    private static final String START = "-1";

    private final EventPages pages;
    private final SubjectFilter subjects;
    private final EventLines lines;
    private final EventStream stream;
    private final StreamedAnswer answer;
    private final ReadYourWrites readYourWrites;

    FeedController(
            EventPages pages,
            SubjectFilter subjects,
            EventLines lines,
            EventStream stream,
            StreamedAnswer answer,
            ReadYourWrites readYourWrites) {
        this.pages = pages;
        this.subjects = subjects;
        this.lines = lines;
        this.stream = stream;
        this.answer = answer;
        this.readYourWrites = readYourWrites;
    }

    @Operation(
            operationId = "events",
            summary = "The ledger's events in order of position",
            description =
                    "CloudEvents 1.0. A page as JSON, or as application/cloudevents-batch+json, which is the events"
                            + " alone; everything up to the newest event as application/x-ndjson; everything and then each new event"
                            + " as text/event-stream, whose ids are positions and which goes on after Last-Event-ID. A limit is of 1 to"
                            + " 500 events in a page; of any number in the last two, which have none unless it is given, and a stream"
                            + " ends when it has sent so many. Filters are type, by its name alone (ConsentGiven); subject (or"
                            + " subjectId); recipient: transfers to it and its own events; purpose: what subjects said of it or of"
                            + " every purpose, and transfers for it. A page by purpose may have less than it could, and yet a link to the"
                            + " next one.")
    @GetMapping("/v1/events")
    ResponseEntity<EventsView> page(
            @RequestParam(defaultValue = START) @Min(-1) long after,
            @RequestParam(defaultValue = Page.LIMIT_DEFAULT) @Min(1) @Max(Page.LIMIT_MAX) int limit,
            @RequestParam(required = false) @EventType @Nullable String type,
            @RequestParam(required = false) @SubjectReference @Nullable String subject,
            @RequestParam(required = false) @Nullable SubjectId subjectId,
            @RequestParam(required = false) @Code @Nullable String recipient,
            @RequestParam(required = false) @Code @Nullable String purpose,
            @RequestParam(required = false) @Min(0) @Nullable Long minPosition,
            Reader reader,
            HttpServletRequest request) {
        readYourWrites.awaitLedger(minPosition);
        var filter = new FeedFilter(type, subjects.of(subject, subjectId), recipient, purpose);
        var page = pages.read(filter, after, limit, reader);
        return answer(page, filter, request).body(new EventsView(page.position(), page.events()));
    }

    /** Described together with the page. */
    @Hidden
    @GetMapping(path = "/v1/events", produces = BATCH)
    ResponseEntity<List<CloudEvent>> batch(
            @RequestParam(defaultValue = START) @Min(-1) long after,
            @RequestParam(defaultValue = Page.LIMIT_DEFAULT) @Min(1) @Max(Page.LIMIT_MAX) int limit,
            @RequestParam(required = false) @EventType @Nullable String type,
            @RequestParam(required = false) @SubjectReference @Nullable String subject,
            @RequestParam(required = false) @Nullable SubjectId subjectId,
            @RequestParam(required = false) @Code @Nullable String recipient,
            @RequestParam(required = false) @Code @Nullable String purpose,
            @RequestParam(required = false) @Min(0) @Nullable Long minPosition,
            Reader reader,
            HttpServletRequest request) {
        readYourWrites.awaitLedger(minPosition);
        var filter = new FeedFilter(type, subjects.of(subject, subjectId), recipient, purpose);
        var page = pages.read(filter, after, limit, reader);
        return answer(page, filter, request).body(page.events());
    }

    private static ResponseEntity.BodyBuilder answer(
            EventPages.EventPage page, FeedFilter filter, HttpServletRequest request) {
        var ok = ResponseEntity.ok();
        if (page.more()) {
            var next = new TreeMap<>(Pages.kept(request, SubjectFilter.parameter(filter.subject())));
            next.put("after", Long.toString(page.position()));
            ok.header(HttpHeaders.LINK, Pages.nextLink(next));
        }
        return ok;
    }

    @GetMapping(path = "/v1/events", produces = MediaType.APPLICATION_NDJSON_VALUE)
    void lines(
            @RequestParam(defaultValue = START) @Min(-1) long after,
            @RequestParam(required = false) @Min(1) @Nullable Long limit,
            @RequestParam(required = false) @EventType @Nullable String type,
            @RequestParam(required = false) @SubjectReference @Nullable String subject,
            @RequestParam(required = false) @Nullable SubjectId subjectId,
            @RequestParam(required = false) @Code @Nullable String recipient,
            @RequestParam(required = false) @Code @Nullable String purpose,
            @RequestParam(required = false) @Min(0) @Nullable Long minPosition,
            Reader reader,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        readYourWrites.awaitLedger(minPosition);
        var filter = new FeedFilter(type, subjects.of(subject, subjectId), recipient, purpose);
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
            @RequestParam(required = false) @Code @Nullable String purpose,
            @RequestParam(required = false) @Min(0) @Nullable Long minPosition,
            Reader reader,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        readYourWrites.awaitLedger(minPosition);
        var filter = new FeedFilter(type, subjects.of(subject, subjectId), recipient, purpose);
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
