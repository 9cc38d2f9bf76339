package org.consentledger.query.report.expiring;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.consentledger.http.access.Requires;
import org.consentledger.http.access.Scope;
import org.consentledger.query.access.Reader;
import org.consentledger.query.console.ConsolePages;
import org.consentledger.query.console.Visit;
import org.consentledger.query.paging.Page;
import org.consentledger.query.report.document.ReportFiles;
import org.consentledger.query.report.wording.Wording;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What ends soon, to look at and to take along. */
@RestController
@Requires(Scope.AUDIT_READ)
class ExpiringPages {

    private static final String PATH = "/expiring";
    private static final int CONSENTS = 25;

    private final ExpiringReports reports;
    private final ConsolePages pages;
    private final ReportFiles files;

    ExpiringPages(ExpiringReports reports, ConsolePages pages, ReportFiles files) {
        this.reports = reports;
        this.pages = pages;
        this.files = files;
    }

    @GetMapping(path = PATH, produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> expiring(
            @RequestParam(defaultValue = ExpiringController.DAYS_UNLESS_GIVEN) @Min(1) @Max(ExpiringController.DAYS_MAX) int days,
            @RequestParam(required = false) @Nullable String cursor,
            Visit visit,
            Reader reader) {
        var made = reports.next(days, cursor == null ? null : Mark.of(cursor), CONSENTS, reader);
        return pages.page(visit, "expiring/expiring", ShownExpiring.of(made, days));
    }

    /** As many consents as fit into a table that is not streamed; how many there are is told too. */
    @GetMapping(path = PATH + ".csv", produces = ReportFiles.CSV)
    ResponseEntity<byte[]> table(
            @RequestParam(defaultValue = ExpiringController.DAYS_UNLESS_GIVEN) @Min(1) @Max(ExpiringController.DAYS_MAX) int days,
            @RequestParam(required = false) @Nullable String cursor,
            Reader reader) {
        var made = reports.next(days, cursor == null ? null : Mark.of(cursor), Page.LIMIT_MAX, reader);
        return ReportFiles.csv("expiring", ExpiringTable.of(made.report()));
    }

    @GetMapping(path = PATH + ".pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> document(
            @RequestParam(defaultValue = ExpiringController.DAYS_UNLESS_GIVEN) @Min(1) @Max(ExpiringController.DAYS_MAX) int days,
            @RequestParam(required = false) @Nullable String cursor,
            Visit visit,
            Reader reader) {
        var made = reports.next(days, cursor == null ? null : Mark.of(cursor), Page.LIMIT_MAX, reader);
        var page = new ExpiringPage(made.report(), made.page().more(), new Wording(visit.language()));
        return files.pdf(ExpiringController.TEMPLATE, visit.language(), page);
    }
}
