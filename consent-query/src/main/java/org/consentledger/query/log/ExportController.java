package org.consentledger.query.log;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Min;
import java.io.IOException;
import org.consentledger.http.access.Requires;
import org.consentledger.http.access.Scope;
import org.consentledger.query.feed.StreamedAnswer;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Requires(Scope.AUDIT_READ)
@Tag(name = "Log")
class ExportController {

    private final Export export;
    private final StreamedAnswer answer;

    ExportController(Export export, StreamedAnswer answer) {
        this.export = export;
        this.answer = answer;
    }

    @Operation(
            operationId = "export",
            summary = "The ledger as the verifier reads it",
            description =
                    "As application/x-ndjson: first what the log is, then each event with the exact bytes that its leaf"
                            + " commits to, from a position on. What an operator did to the database shows in it.")
    @GetMapping(path = "/v1/log/export", produces = MediaType.APPLICATION_NDJSON_VALUE)
    void export(
            @RequestParam(defaultValue = "0") @Min(0) long from,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        answer.export(MediaType.APPLICATION_NDJSON, out -> export.write(from, out), request, response);
    }
}
