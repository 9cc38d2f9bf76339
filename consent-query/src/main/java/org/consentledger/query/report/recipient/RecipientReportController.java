package org.consentledger.query.report.recipient;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Min;
import java.time.Clock;
import java.time.Instant;
import org.consentledger.http.access.Caller;
import org.consentledger.http.access.Limit;
import org.consentledger.http.access.Requires;
import org.consentledger.http.access.Scope;
import org.consentledger.http.field.Code;
import org.consentledger.query.language.Language;
import org.consentledger.query.projection.ReadYourWrites;
import org.consentledger.query.report.ReportSnapshot;
import org.consentledger.query.report.document.ReportFiles;
import org.consentledger.query.report.period.Bucket;
import org.consentledger.query.report.period.Period;
import org.consentledger.query.report.wording.Wording;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Requires(
        value = {Scope.CONSENT_READ, Scope.AUDIT_READ},
        heeds = {Limit.PURPOSES, Limit.RECIPIENTS, Limit.SOURCE, Limit.OWN_RECIPIENT})
@Tag(name = "Reports")
class RecipientReportController {

    private static final String PATH = "/v1/recipients/{recipient}/report";
    static final String TEMPLATE = "report-recipient";

    private final RecipientReports reports;
    private final ReportFiles files;
    private final ReadYourWrites readYourWrites;
    private final Clock clock;

    RecipientReportController(RecipientReports reports, ReportFiles files, ReadYourWrites readYourWrites, Clock clock) {
        this.reports = reports;
        this.files = files;
        this.readYourWrites = readYourWrites;
        this.clock = clock;
    }

    @Operation(
            operationId = "recipientReport",
            summary = "What a recipient got in a period, in numbers",
            description =
                    "Who it is, what safeguarded its transfers, and how many there were, by purpose, ground, category"
                            + " and time: as JSON, as a page to read and print, as PDF. from (inclusive) and to (exclusive) are"
                            + " world time; without them, the last 365 days. Names no subject. A recipient's own token is not told"
                            + " of refusals: nothing came of them.")
    @GetMapping(PATH)
    RecipientReport report(
            @PathVariable @Code String recipient,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @Nullable Bucket bucket,
            @RequestParam(required = false) @Min(0) @Nullable Long minPosition,
            @Parameter(hidden = true) Caller caller) {
        return made(recipient, from, to, bucket, minPosition, caller);
    }

    @GetMapping(path = PATH, produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> page(
            @PathVariable @Code String recipient,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @Nullable Bucket bucket,
            @RequestParam(required = false) @Min(0) @Nullable Long minPosition,
            @Parameter(hidden = true) Caller caller,
            Language language) {
        var report = made(recipient, from, to, bucket, minPosition, caller);
        return files.page(TEMPLATE, language, new RecipientReportPage(report, new Wording(language)));
    }

    @GetMapping(path = PATH, produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> pdf(
            @PathVariable @Code String recipient,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @Nullable Bucket bucket,
            @RequestParam(required = false) @Min(0) @Nullable Long minPosition,
            @Parameter(hidden = true) Caller caller,
            Language language) {
        var report = made(recipient, from, to, bucket, minPosition, caller);
        return files.pdf(TEMPLATE, language, new RecipientReportPage(report, new Wording(language)));
    }

    private RecipientReport made(
            String recipient,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable Bucket bucket,
            @Nullable Long minPosition,
            Caller caller) {
        caller.requireAuditorOrOwnRecipient();
        caller.limits().requireRecipient(recipient, "recipient");
        var period = Period.of(from, to, bucket, clock.instant());
        readYourWrites.await(minPosition, ReportSnapshot.READS);
        return reports.of(recipient, period, caller.limits());
    }
}
