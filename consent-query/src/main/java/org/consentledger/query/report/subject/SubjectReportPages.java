package org.consentledger.query.report.subject;

import java.time.LocalDate;
import org.consentledger.http.access.Requires;
import org.consentledger.http.access.Scope;
import org.consentledger.query.access.Reader;
import org.consentledger.query.console.ConsolePages;
import org.consentledger.query.console.Days;
import org.consentledger.query.console.Visit;
import org.consentledger.query.language.Language;
import org.consentledger.query.report.document.ReportFiles;
import org.consentledger.query.report.wording.Wording;
import org.consentledger.subject.SubjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A subject's report for people at a browser, by the pseudonym: to look at, and to hand out. */
@RestController
@Requires(Scope.AUDIT_READ)
class SubjectReportPages {

    private static final String PATH = "/subjects/{subjectId}/report";

    private final SubjectReports reports;
    private final ConsolePages pages;
    private final ReportFiles files;

    SubjectReportPages(SubjectReports reports, ConsolePages pages, ReportFiles files) {
        this.reports = reports;
        this.pages = pages;
        this.files = files;
    }

    /**
     * The report in the console's frame.
     *
     * @param report as on paper
     * @param days that it is about
     */
    record Shown(SubjectId subjectId, SubjectReportPage report, Days days) {

        /** The same days for another form of the report. */
        public String query() {
            var query = days.query();
            return query.isEmpty() ? "" : "?" + query.substring(1);
        }
    }

    @GetMapping(path = PATH, produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> report(
            @PathVariable SubjectId subjectId,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate to,
            Visit visit,
            Reader reader) {
        var days = new Days(from, to);
        var report = printed(subjectId, days, visit.language(), reader);
        return pages.page(visit, "report/subject", new Shown(subjectId, report, days));
    }

    @GetMapping(path = PATH + ".pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> document(
            @PathVariable SubjectId subjectId,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate to,
            Visit visit,
            Reader reader) {
        var report = printed(subjectId, new Days(from, to), visit.language(), reader);
        return files.pdf(SubjectReportController.TEMPLATE, visit.language(), report);
    }

    @GetMapping(path = PATH + ".json", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<SubjectReport> data(
            @PathVariable SubjectId subjectId,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate to,
            Visit visit,
            Reader reader) {
        var days = new Days(from, to);
        var span = new ReportSpan(days.begin(), days.end(), ReportSpan.LISTED_MAX);
        return ReportFiles.json(
                SubjectReportController.TEMPLATE, reports.ofPseudonym(subjectId, span, visit.language(), reader));
    }

    private SubjectReportPage printed(SubjectId subjectId, Days days, Language language, Reader reader) {
        var span = new ReportSpan(days.begin(), days.end(), ReportSpan.PRINTED_MAX);
        return new SubjectReportPage(reports.ofPseudonym(subjectId, span, language, reader), new Wording(language));
    }
}
