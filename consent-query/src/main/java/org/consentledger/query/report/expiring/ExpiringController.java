package org.consentledger.query.report.expiring;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Map;
import org.consentledger.http.access.Requires;
import org.consentledger.http.access.Scope;
import org.consentledger.query.access.Reader;
import org.consentledger.query.language.Language;
import org.consentledger.query.paging.Page;
import org.consentledger.query.paging.Pages;
import org.consentledger.query.projection.ReadYourWrites;
import org.consentledger.query.report.ReportSnapshot;
import org.consentledger.query.report.document.ReportFiles;
import org.consentledger.query.report.wording.Wording;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Requires(Scope.AUDIT_READ)
@Tag(name = "Reports")
class ExpiringController {

    private static final String PATH = "/v1/reports/expiring";
    static final String TEMPLATE = "report-expiring";
    static final String DAYS_UNLESS_GIVEN = "90";

    /** Ten years. */
    static final int DAYS_MAX = 3_660;

    private final ExpiringReports reports;
    private final ReportFiles files;
    private final ReadYourWrites readYourWrites;

    ExpiringController(ExpiringReports reports, ReportFiles files, ReadYourWrites readYourWrites) {
        this.reports = reports;
        this.files = files;
        this.readYourWrites = readYourWrites;
    }

    @Operation(
            operationId = "expiring",
            summary = "What ends soon",
            description =
                    "Safeguards of recipients, what they rest on in law, notices that will ask again, and consents in"
                            + " force that will end by themselves, within the next days: as JSON, as a page, as CSV. Consents come a"
                            + " page at a time, by the end of their validity; the numbers by purpose are of all of them.")
    @GetMapping(PATH)
    ResponseEntity<Expiring> expiring(
            @RequestParam(defaultValue = DAYS_UNLESS_GIVEN) @Min(1) @Max(DAYS_MAX) int days,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Page.LIMIT_DEFAULT) @Min(1) @Max(Page.LIMIT_MAX) int limit,
            @RequestParam(required = false) @Min(0) @Nullable Long minPosition,
            Reader reader,
            HttpServletRequest request) {
        var made = made(days, cursor, limit, minPosition, reader);
        return Pages.answer(made.report(), made.page(), last -> last.mark().cursor(), Pages.kept(request, Map.of()));
    }

    @GetMapping(path = PATH, produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> page(
            @RequestParam(defaultValue = DAYS_UNLESS_GIVEN) @Min(1) @Max(DAYS_MAX) int days,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Page.LIMIT_DEFAULT) @Min(1) @Max(Page.LIMIT_MAX) int limit,
            @RequestParam(required = false) @Min(0) @Nullable Long minPosition,
            Reader reader,
            Language language) {
        var made = made(days, cursor, limit, minPosition, reader);
        var page = new ExpiringPage(made.report(), made.page().more(), new Wording(language));
        return files.page(TEMPLATE, language, page);
    }

    @GetMapping(path = PATH, produces = ReportFiles.CSV)
    ResponseEntity<byte[]> table(
            @RequestParam(defaultValue = DAYS_UNLESS_GIVEN) @Min(1) @Max(DAYS_MAX) int days,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Page.LIMIT_DEFAULT) @Min(1) @Max(Page.LIMIT_MAX) int limit,
            @RequestParam(required = false) @Min(0) @Nullable Long minPosition,
            Reader reader,
            HttpServletRequest request) {
        var made = made(days, cursor, limit, minPosition, reader);
        var linked =
                Pages.answer(made.report(), made.page(), last -> last.mark().cursor(), Pages.kept(request, Map.of()));
        var file = ReportFiles.csv("expiring", ExpiringTable.of(made.report()));
        return ResponseEntity.ok()
                .headers(file.getHeaders())
                .headers(linked.getHeaders())
                .body(file.getBody());
    }

    private ExpiringReports.Made made(
            int days, @Nullable String cursor, int limit, @Nullable Long minPosition, Reader reader) {
        var after = cursor == null ? null : Mark.of(cursor);
        readYourWrites.await(minPosition, ReportSnapshot.READS);
        return reports.next(days, after, limit, reader);
    }
}
