package org.consentledger.query.feed;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.util.List;
import org.consentledger.http.access.Requires;
import org.consentledger.http.access.Scope;
import org.consentledger.http.field.Code;
import org.consentledger.http.field.SubjectReference;
import org.consentledger.http.problem.Fault;
import org.consentledger.http.problem.FaultCode;
import org.consentledger.http.problem.Problem;
import org.consentledger.http.problem.ProblemCode;
import org.consentledger.http.problem.ProblemException;
import org.consentledger.ledger.catalogue.CatalogueReader;
import org.consentledger.query.access.AccessLog;
import org.consentledger.query.access.ReadOperation;
import org.consentledger.query.access.Reader;
import org.consentledger.query.console.ConsolePages;
import org.consentledger.query.console.MenuEntry;
import org.consentledger.query.console.SubjectLink;
import org.consentledger.query.console.Visit;
import org.consentledger.query.paging.Missing;
import org.consentledger.query.subject.SubjectFilter;
import org.consentledger.subject.SubjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The feed, to look at. */
@RestController
@Requires(Scope.AUDIT_READ)
class EventsPages {

    static final String PATH = "/events";

    private static final int LIMIT = 25;

    private final EventPages events;
    private final SubjectFilter subjects;
    private final AccessLog accesses;
    private final CatalogueReader catalogue;
    private final ConsolePages pages;

    EventsPages(
            EventPages events,
            SubjectFilter subjects,
            AccessLog accesses,
            CatalogueReader catalogue,
            ConsolePages pages) {
        this.events = events;
        this.subjects = subjects;
        this.accesses = accesses;
        this.catalogue = catalogue;
        this.pages = pages;
    }

    @Operation(operationId = "events", hidden = true)
    @GetMapping(path = PATH, produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> events(
            @RequestParam(required = false) @EventType @Nullable String type,
            @RequestParam(required = false) @Nullable SubjectId subjectId,
            @RequestParam(required = false) @Code @Nullable String recipient,
            @RequestParam(required = false) @Code @Nullable String purpose,
            @RequestParam(defaultValue = "NEWEST") EventOrder order,
            @RequestParam(required = false) @Min(0) @Nullable Long before,
            @RequestParam(required = false) @Min(-1) @Nullable Long after,
            Visit visit,
            Reader reader) {
        var isNewestFirst = order == EventOrder.NEWEST;
        refuse("before", before != null && !isNewestFirst, "goes with order NEWEST");
        refuse("after", after != null && isNewestFirst, "goes with order OLDEST");
        var filter = new FeedFilter(type, subjectId, recipient, purpose);
        var from = isNewestFirst ? before : after;
        var page = isNewestFirst
                ? events.readBackwards(filter, before == null ? Long.MAX_VALUE : before, LIMIT, reader)
                : events.read(filter, after == null ? -1 : after, LIMIT, reader);
        return pages.page(
                visit,
                "feed/events",
                new ShownEvents(
                        filter,
                        order,
                        from,
                        page.position(),
                        page.more(),
                        page.events().stream().map(ShownEvent::of).toList(),
                        FilterChoices.of(catalogue.current())));
    }

    private static void refuse(String parameter, boolean isWrong, String detail) {
        if (isWrong) {
            throw new ProblemException(Problem.of(List.of(Fault.inParameter(parameter, FaultCode.INVALID, detail))));
        }
    }

    /** The events about one subject, named by upstream's reference, which stands in the body. */
    @Operation(operationId = "search", hidden = true)
    @PostMapping(path = PATH, produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<Void> ofSubject(
            @RequestParam @SubjectReference String subject,
            @RequestParam(required = false) @EventType @Nullable String type,
            @RequestParam(required = false) @Code @Nullable String recipient,
            @RequestParam(required = false) @Code @Nullable String purpose,
            @RequestParam(defaultValue = "NEWEST") EventOrder order,
            Reader reader) {
        var id = subjects.known(subject).legibleId();
        accesses.enter(reader, ReadOperation.SEARCH, id);
        if (id == null) {
            throw Missing.because(ProblemCode.NOT_FOUND);
        }
        var filter = new FeedFilter(type, new SubjectId(id), recipient, purpose);
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(
                        PATH + "?" + ShownEvents.joined(ShownEvents.parameters(filter)) + "&order=" + order.name()))
                .build();
    }

    @Configuration(proxyBeanMethods = false)
    static class Menu {

        @Bean
        static MenuEntry eventsInMenu() {
            return new MenuEntry(62, "feed.menu", PATH);
        }

        @Bean
        static SubjectLink eventsOfSubjectLink() {
            return new SubjectLink(30, "feed.of.subject", PATH + "?subjectId={subjectId}");
        }
    }
}
