package org.consentledger.query.report.recipient;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.consentledger.http.access.Caller;
import org.consentledger.http.access.Requires;
import org.consentledger.http.access.Scope;
import org.consentledger.http.field.Code;
import org.consentledger.query.console.ConsolePages;
import org.consentledger.query.console.Days;
import org.consentledger.query.console.Visit;
import org.consentledger.query.report.document.ReportFiles;
import org.consentledger.query.report.period.Bucket;
import org.consentledger.query.report.period.Period;
import org.consentledger.query.report.wording.Wording;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A recipient's report for people at a browser: to look at, and to hand out. */
@RestController
@Requires(Scope.AUDIT_READ)
class RecipientReportPages {

    private static final String PATH = "/recipients/{recipient}/report";

    private final RecipientReports reports;
    private final ConsolePages pages;
    private final ReportFiles files;
    private final Clock clock;

    RecipientReportPages(RecipientReports reports, ConsolePages pages, ReportFiles files, Clock clock) {
        this.reports = reports;
        this.pages = pages;
        this.files = files;
        this.clock = clock;
    }

    /**
     * The report in the console's frame.
     *
     * @param report as on paper
     * @param period that it is about
     */
    record Shown(RecipientReportPage report, Period period) {

        public List<Bucket> buckets() {
            return List.of(Bucket.values());
        }
    }

    @GetMapping(path = PATH, produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> report(
            @PathVariable @Code String recipient,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable Bucket bucket,
            Caller caller,
            Visit visit) {
        var period = period(from, to, bucket);
        var report = reports.of(recipient, period, caller.limits());
        var page = new RecipientReportPage(report, new Wording(visit.language()));
        return pages.page(visit, "report/recipient", new Shown(page, period));
    }

    @GetMapping(path = PATH + ".pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> document(
            @PathVariable @Code String recipient,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable Bucket bucket,
            Caller caller,
            Visit visit) {
        var report = reports.of(recipient, period(from, to, bucket), caller.limits());
        var page = new RecipientReportPage(report, new Wording(visit.language()));
        return files.pdf(RecipientReportController.TEMPLATE, visit.language(), page);
    }

    @GetMapping(path = PATH + ".json", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<RecipientReport> data(
            @PathVariable @Code String recipient,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable Bucket bucket,
            Caller caller) {
        return ReportFiles.json(
                RecipientReportController.TEMPLATE, reports.of(recipient, period(from, to, bucket), caller.limits()));
    }

    private Period period(@Nullable LocalDate from, @Nullable LocalDate to, @Nullable Bucket bucket) {
        return Period.ofDays(new Days(from, to), bucket, Period.BUCKETS_MAX, clock.instant());
    }
}
