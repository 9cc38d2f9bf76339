package org.consentledger.query.notice;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.consentledger.catalogue.Catalogue;
import org.consentledger.http.access.Limit;
import org.consentledger.http.access.Requires;
import org.consentledger.http.access.Scope;
import org.consentledger.http.field.Code;
import org.consentledger.http.field.NoticeVersion;
import org.consentledger.http.paging.Cursor;
import org.consentledger.http.problem.ProblemCode;
import org.consentledger.ledger.catalogue.CatalogueReader;
import org.consentledger.notice.Notice;
import org.consentledger.query.paging.Missing;
import org.consentledger.query.paging.Page;
import org.consentledger.query.paging.Pages;
import org.consentledger.query.projection.ReadYourWrites;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Requires(
        value = {Scope.CONSENT_READ, Scope.AUDIT_READ},
        heeds = {Limit.PURPOSES, Limit.RECIPIENTS, Limit.SOURCE, Limit.OWN_RECIPIENT})
@Tag(name = "Catalogue")
class NoticeController {

    private static final String LIST = "notices";

    private final CatalogueReader catalogue;
    private final ReadYourWrites readYourWrites;
    private final Clock clock;

    NoticeController(CatalogueReader catalogue, ReadYourWrites readYourWrites, Clock clock) {
        this.catalogue = catalogue;
        this.readYourWrites = readYourWrites;
        this.clock = clock;
    }

    @Operation(
            operationId = "notices",
            summary = "What the controller promised",
            description = "Every version of every notice: by code, then in order of publication.")
    @GetMapping("/v1/notices")
    ResponseEntity<NoticesView> notices(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Page.LIMIT_DEFAULT) @Min(1) @Max(Page.LIMIT_MAX) int limit,
            @RequestParam(required = false) @Min(0) @Nullable Long minPosition,
            HttpServletRequest request) {
        readYourWrites.awaitLedger(minPosition);
        var known = catalogue.current();
        var after = cursor == null ? null : Cursor.decode(cursor, LIST, 2);
        var inForce = known.inForce(clock.instant());
        var page = Page.of(
                known.allNotices().stream()
                        .skip(after == null ? 0 : behind(after, known))
                        .limit(limit + 1L)
                        .map(notice -> NoticeView.of(notice, inForce.contains(notice)))
                        .toList(),
                limit);
        return Pages.answer(
                new NoticesView(known.position(), page.items()),
                page,
                last -> new Cursor(LIST, List.of(last.notice(), last.version())),
                Pages.kept(request, Map.of()));
    }

    /** How many versions stand before the one behind a key; what was published stays. */
    private static int behind(List<String> key, Catalogue known) {
        var keys = known.allNotices().stream().map(NoticeController::key).toList();
        return keys.indexOf(key) + 1;
    }

    private static List<String> key(Notice notice) {
        return List.of(notice.notice(), notice.version());
    }

    @Operation(operationId = "notice", summary = "One version of a notice", description = "As it was published.")
    @GetMapping("/v1/notices/{notice}/{version}")
    NoticeView notice(
            @PathVariable @Code String notice,
            @PathVariable @NoticeVersion String version,
            @RequestParam(required = false) @Min(0) @Nullable Long minPosition) {
        readYourWrites.awaitLedger(minPosition);
        var known = catalogue.current();
        if (!known.knowsNotice(notice)) {
            throw Missing.because(ProblemCode.NOTICE_UNKNOWN);
        }
        return known.notice(notice, version)
                .map(found ->
                        NoticeView.of(found, known.inForce(clock.instant()).contains(found)))
                .orElseThrow(() -> Missing.because(ProblemCode.NOTICE_VERSION_UNKNOWN));
    }
}
