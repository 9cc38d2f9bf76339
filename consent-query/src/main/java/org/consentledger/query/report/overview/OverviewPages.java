package org.consentledger.query.report.overview;

import java.time.Clock;
import java.time.LocalDate;
import org.consentledger.http.access.Requires;
import org.consentledger.http.access.Scope;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A period in numbers and pictures, to look at and to take along. */
@RestController
@Requires(Scope.AUDIT_READ)
class OverviewPages {

    private static final String PATH = "/overview";

    private final Overviews overviews;
    private final ConsolePages pages;
    private final ReportFiles files;
    private final Clock clock;

    OverviewPages(Overviews overviews, ConsolePages pages, ReportFiles files, Clock clock) {
        this.overviews = overviews;
        this.pages = pages;
        this.files = files;
        this.clock = clock;
    }

    @GetMapping(path = PATH, produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> overview(
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable Bucket bucket,
            Visit visit) {
        var period = Period.ofDays(new Days(from, to), bucket, ShownOverview.PARTS_MAX, clock.instant());
        return pages.page(visit, "overview/overview", ShownOverview.of(overviews.of(period), period, visit.language()));
    }

    @GetMapping(path = PATH + ".csv", produces = ReportFiles.CSV)
    ResponseEntity<byte[]> table(
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable Bucket bucket) {
        return ReportFiles.csv("overview", OverviewTable.of(made(from, to, bucket)));
    }

    @GetMapping(path = PATH + ".pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> document(
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable Bucket bucket,
            Visit visit) {
        var page = new OverviewPage(made(from, to, bucket), new Wording(visit.language()));
        return files.pdf(OverviewController.TEMPLATE, visit.language(), page);
    }

    private Overview made(@Nullable LocalDate from, @Nullable LocalDate to, @Nullable Bucket bucket) {
        return overviews.of(Period.ofDays(new Days(from, to), bucket, Period.BUCKETS_MAX, clock.instant()));
    }
}
