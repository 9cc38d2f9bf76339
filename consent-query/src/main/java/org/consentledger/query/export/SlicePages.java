package org.consentledger.query.export;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Min;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.consentledger.http.access.Requires;
import org.consentledger.http.access.Scope;
import org.consentledger.http.field.Code;
import org.consentledger.http.field.SubjectReference;
import org.consentledger.ledger.catalogue.CatalogueReader;
import org.consentledger.query.access.Reader;
import org.consentledger.query.console.ConsolePages;
import org.consentledger.query.console.Days;
import org.consentledger.query.console.MenuEntry;
import org.consentledger.query.console.Visit;
import org.consentledger.query.feed.EventType;
import org.consentledger.query.feed.FeedFilter;
import org.consentledger.query.feed.FilterChoices;
import org.consentledger.query.log.NewestCheckpoint;
import org.consentledger.subject.SubjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A form for parts of the ledger to take away. */
@RestController
@Requires(Scope.AUDIT_READ)
class SlicePages {

    private static final String PATH = "/exports";

    private final SliceFiles files;
    private final NewestCheckpoint checkpoint;
    private final CatalogueReader catalogue;
    private final ConsolePages pages;

    SlicePages(SliceFiles files, NewestCheckpoint checkpoint, CatalogueReader catalogue, ConsolePages pages) {
        this.files = files;
        this.checkpoint = checkpoint;
        this.catalogue = catalogue;
        this.pages = pages;
    }

    /**
     * What the form shows.
     *
     * @param filter what it is filled in with
     * @param size events that the newest checkpoint covers; 0 while there is none
     * @param signedAt when it was made, UTC; null while there is none
     * @param choices for it to offer
     */
    record ExportsPage(
            FeedFilter filter, long size, @Nullable Instant signedAt, FilterChoices choices) {

        public List<SliceForm> forms() {
            return List.of(SliceForm.values());
        }
    }

    @GetMapping(path = PATH, produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> form(
            @RequestParam(required = false) @EventType @Nullable String type,
            @RequestParam(required = false) @Nullable SubjectId subjectId,
            @RequestParam(required = false) @Code @Nullable String recipient,
            @RequestParam(required = false) @Code @Nullable String purpose,
            Visit visit) {
        var signed = checkpoint.signed();
        return pages.page(
                visit,
                "export/exports",
                new ExportsPage(
                        new FeedFilter(type, subjectId, recipient, purpose),
                        signed.map(NewestCheckpoint.Signed::size).orElse(0L),
                        signed.map(NewestCheckpoint.Signed::at).orElse(null),
                        FilterChoices.of(catalogue.current())));
    }

    /** Everything stands in the body, as a reference may; days are ledger time, UTC. */
    @Operation(operationId = "exportEvents", hidden = true)
    @PostMapping(PATH)
    void download(
            @RequestParam(defaultValue = "-1") @Min(-1) long after,
            @RequestParam(required = false) @Min(0) @Nullable Long upTo,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate to,
            @RequestParam(required = false) @EventType @Nullable String type,
            @RequestParam(required = false) @SubjectReference @Nullable String subject,
            @RequestParam(required = false) @Nullable SubjectId subjectId,
            @RequestParam(required = false) @Code @Nullable String recipient,
            @RequestParam(required = false) @Code @Nullable String purpose,
            @RequestParam(defaultValue = "LINES") SliceForm as,
            Reader reader,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var days = new Days(from, to);
        var who = files.subject(subject, subjectId, reader);
        var slice = new Slice(after, upTo, days.begin(), days.end(), new FeedFilter(type, who, recipient, purpose));
        files.answer(slice, as, null, request, response);
    }

    @Configuration(proxyBeanMethods = false)
    static class Menu {

        @Bean
        static MenuEntry exportsInMenu() {
            return new MenuEntry(65, "export.menu", PATH);
        }
    }
}
