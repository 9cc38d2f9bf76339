package org.consentledger.query.report.subject;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import org.consentledger.http.access.Requires;
import org.consentledger.http.access.Scope;
import org.consentledger.http.field.SubjectReference;
import org.consentledger.query.access.Reader;
import org.consentledger.query.language.Language;
import org.consentledger.query.projection.ReadYourWrites;
import org.consentledger.query.report.document.ReportFiles;
import org.consentledger.query.report.wording.Wording;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Requires(Scope.AUDIT_READ)
@Tag(name = "Reports")
class SubjectReportController {

    private static final String PATH = "/v1/subjects/{subject}/report";
    static final String TEMPLATE = "report-subject";

    private final SubjectReports reports;
    private final ReportFiles files;
    private final ReadYourWrites readYourWrites;

    SubjectReportController(SubjectReports reports, ReportFiles files, ReadYourWrites readYourWrites) {
        this.reports = reports;
        this.files = files;
        this.readYourWrites = readYourWrites;
    }

    @Operation(
            operationId = "subjectReport",
            summary = "Everything that is told to a subject who asks",
            description =
                    "Consents, objections, transfers with their recipients and grounds, refusals, accesses, receipts and"
                            + " rights (GDPR Art. 15): as JSON, as a page to read and print, as PDF. JSON lists the newest 10,000"
                            + " statements, transfers and accesses, page and PDF the newest 1,000; each list says how many there are,"
                            + " and from (inclusive) and to (exclusive) lead to the others. Asking is an access itself. Waits for a"
                            + " checkpoint that covers the report, bounded.")
    @GetMapping(PATH)
    SubjectReport report(
            @PathVariable @SubjectReference String subject,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @Min(0) @Nullable Long minPosition,
            Reader reader,
            Language language) {
        return made(subject, new ReportSpan(from, to, ReportSpan.LISTED_MAX), minPosition, reader, language);
    }

    @GetMapping(path = PATH, produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> page(
            @PathVariable @SubjectReference String subject,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @Min(0) @Nullable Long minPosition,
            Reader reader,
            Language language) {
        return files.page(TEMPLATE, language, shown(subject, from, to, minPosition, reader, language));
    }

    @GetMapping(path = PATH, produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> pdf(
            @PathVariable @SubjectReference String subject,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @Min(0) @Nullable Long minPosition,
            Reader reader,
            Language language) {
        return files.pdf(TEMPLATE, language, shown(subject, from, to, minPosition, reader, language));
    }

    private SubjectReportPage shown(
            String subject,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable Long minPosition,
            Reader reader,
            Language language) {
        var span = new ReportSpan(from, to, ReportSpan.PRINTED_MAX);
        return new SubjectReportPage(made(subject, span, minPosition, reader, language), new Wording(language));
    }

    private SubjectReport made(
            String subject, ReportSpan span, @Nullable Long minPosition, Reader reader, Language language) {
        readYourWrites.awaitLedger(minPosition);
        return reports.ofReference(subject, span, language, reader);
    }
}
