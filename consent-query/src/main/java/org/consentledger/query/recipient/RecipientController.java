package org.consentledger.query.recipient;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.consentledger.http.access.Caller;
import org.consentledger.http.access.Limit;
import org.consentledger.http.access.Requires;
import org.consentledger.http.access.Scope;
import org.consentledger.http.field.Code;
import org.consentledger.http.paging.Cursor;
import org.consentledger.http.problem.ProblemCode;
import org.consentledger.ledger.catalogue.CatalogueReader;
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
@Tag(name = "Catalogue")
class RecipientController {

    private static final String LIST = "recipients";

    private final CatalogueReader catalogue;
    private final ReadYourWrites readYourWrites;

    RecipientController(CatalogueReader catalogue, ReadYourWrites readYourWrites) {
        this.catalogue = catalogue;
        this.readYourWrites = readYourWrites;
    }

    @Operation(operationId = "recipients", summary = "Who receives data", description = "All recipients, by code.")
    @Requires(
            value = {Scope.CONSENT_READ, Scope.AUDIT_READ},
            heeds = {Limit.PURPOSES, Limit.RECIPIENTS, Limit.SOURCE})
    @GetMapping("/v1/recipients")
    ResponseEntity<RecipientsView> recipients(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Page.LIMIT_DEFAULT) @Min(1) @Max(Page.LIMIT_MAX) int limit,
            @RequestParam(required = false) @Min(0) @Nullable Long minPosition,
            @Parameter(hidden = true) Caller caller,
            HttpServletRequest request) {
        readYourWrites.awaitLedger(minPosition);
        var known = catalogue.current();
        var after = cursor == null ? "" : Cursor.decode(cursor, LIST, 1).getFirst();
        var page = Page.of(
                known.recipients().values().stream()
                        .filter(recipient -> recipient.recipient().compareTo(after) > 0)
                        .filter(recipient -> caller.limits().permits(Limit.RECIPIENTS, recipient.recipient()))
                        .map(RecipientView::of)
                        .sorted(Comparator.comparing(RecipientView::recipient))
                        .limit(limit + 1L)
                        .toList(),
                limit);
        return Pages.answer(
                new RecipientsView(known.position(), page.items()),
                page,
                last -> new Cursor(LIST, List.of(last.recipient())),
                Pages.kept(request, Map.of()));
    }

    @Operation(
            operationId = "recipient",
            summary = "One recipient",
            description = "With every safeguard ever recorded for it.")
    @GetMapping("/v1/recipients/{recipient}")
    @Requires(
            value = {Scope.CONSENT_READ, Scope.AUDIT_READ},
            heeds = {Limit.PURPOSES, Limit.RECIPIENTS, Limit.SOURCE, Limit.OWN_RECIPIENT})
    RecipientView recipient(
            @PathVariable @Code String recipient,
            @RequestParam(required = false) @Min(0) @Nullable Long minPosition,
            @Parameter(hidden = true) Caller caller) {
        caller.limits().requireRecipient(recipient, "recipient");
        readYourWrites.awaitLedger(minPosition);
        return catalogue
                .current()
                .recipient(recipient)
                .map(RecipientView::of)
                .orElseThrow(() -> Missing.because(ProblemCode.RECIPIENT_UNKNOWN));
    }
}
