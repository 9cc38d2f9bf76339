package org.consentledger.query.receipt;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import org.consentledger.http.access.Requires;
import org.consentledger.http.access.Scope;
import org.consentledger.http.problem.ProblemCode;
import org.consentledger.query.access.AccessLog;
import org.consentledger.query.access.ReadOperation;
import org.consentledger.query.access.Reader;
import org.consentledger.query.citation.EventIds;
import org.consentledger.query.html.HtmlPages;
import org.consentledger.query.language.Language;
import org.consentledger.query.paging.Missing;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Requires(value = {Scope.CONSENT_READ, Scope.AUDIT_READ})
@Tag(name = "Receipts", description = "Proof of one event, for whoever it concerns")
class ReceiptController {

    private final Receipts receipts;
    private final HtmlPages pages;
    private final AccessLog accesses;

    ReceiptController(Receipts receipts, HtmlPages pages, AccessLog accesses) {
        this.receipts = receipts;
        this.pages = pages;
        this.accesses = accesses;
    }

    @Operation(
            operationId = "receipt",
            summary = "The receipt of an event",
            description =
                    "Signed, with the proof that the event stands in the log: as JSON for the verifier, as a page to"
                            + " read and print. Waits for a checkpoint that covers the event, bounded.")
    @GetMapping("/v1/receipts/{eventId}")
    ReceiptView receipt(@PathVariable String eventId, Reader reader) {
        return ReceiptView.of(found(eventId, reader));
    }

    @GetMapping(path = "/v1/receipts/{eventId}", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> page(@PathVariable String eventId, Reader reader) {
        return pages.answer("receipt", Language.ENGLISH, ReceiptPage.of(found(eventId, reader)));
    }

    private Receipt found(String eventId, Reader reader) {
        var receipt = Optional.of(eventId)
                .filter(EventIds::isOne)
                .flatMap(receipts::of)
                .orElseThrow(() -> Missing.because(ProblemCode.NOT_FOUND));
        accesses.enter(reader, ReadOperation.RECEIPT, receipt.subjectId());
        return receipt;
    }
}
