package org.consentledger.query.report.overview;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Min;
import java.time.Clock;
import java.time.Instant;
import org.consentledger.http.access.Requires;
import org.consentledger.http.access.Scope;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Requires(Scope.AUDIT_READ)
@Tag(name = "Reports", description = "For people who account for what was done with personal data")
class OverviewController {

    private static final String PATH = "/v1/reports/overview";
    static final String TEMPLATE = "report-overview";

    private final Overviews overviews;
    private final ReportFiles files;
    private final ReadYourWrites readYourWrites;
    private final Clock clock;

    OverviewController(Overviews overviews, ReportFiles files, ReadYourWrites readYourWrites, Clock clock) {
        this.overviews = overviews;
        this.files = files;
        this.readYourWrites = readYourWrites;
        this.clock = clock;
    }

    @Operation(
            operationId = "overview",
            summary = "A period in numbers",
            description =
                    "Consents by purpose over time, transfers by class and country of recipients and by safeguard, why"
                            + " transfers were refused, and what was wrong with those that were reported: as JSON, as a page,"
                            + " as CSV. from (inclusive) and to (exclusive) are world time; without them, the last 365 days."
                            + " Names nobody.")
    @GetMapping(PATH)
    Overview overview(
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @Nullable Bucket bucket,
            @RequestParam(required = false) @Min(0) @Nullable Long minPosition) {
        return made(from, to, bucket, minPosition);
    }

    @GetMapping(path = PATH, produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> page(
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @Nullable Bucket bucket,
            @RequestParam(required = false) @Min(0) @Nullable Long minPosition,
            Language language) {
        var page = new OverviewPage(made(from, to, bucket, minPosition), new Wording(language));
        return files.page(TEMPLATE, language, page);
    }

    @GetMapping(path = PATH, produces = ReportFiles.CSV)
    ResponseEntity<byte[]> table(
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @Nullable Bucket bucket,
            @RequestParam(required = false) @Min(0) @Nullable Long minPosition) {
        return ReportFiles.csv("overview", OverviewTable.of(made(from, to, bucket, minPosition)));
    }

    private Overview made(
            @Nullable Instant from, @Nullable Instant to, @Nullable Bucket bucket, @Nullable Long minPosition) {
        var period = Period.of(from, to, bucket, clock.instant());
        readYourWrites.await(minPosition, ReportSnapshot.READS);
        return overviews.of(period);
    }
}
