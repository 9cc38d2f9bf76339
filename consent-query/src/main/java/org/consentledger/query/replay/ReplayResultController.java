package org.consentledger.query.replay;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.consentledger.http.access.Requires;
import org.consentledger.http.access.Scope;
import org.consentledger.query.access.Reader;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Hands out what a replay rebuilt, as JSON or, for spreadsheets, as CSV (RFC 4180). Both are streamed. */
@RestController
@Requires(Scope.AUDIT_READ)
@Tag(name = "Replays")
class ReplayResultController {

    private static final String CSV = "text/csv";

    private final ResultFiles files;

    ReplayResultController(ResultFiles files) {
        this.files = files;
    }

    @Operation(
            operationId = "replayConsents",
            summary = "How each subject stood, as a replay found it",
            description =
                    "Each purpose that a subject spoke of, by subjectId and purpose, at the replay's asOf. Of somebody erased by then the rows say so.")
    @GetMapping(path = "/v1/replays/{id}/consents", produces = MediaType.APPLICATION_JSON_VALUE)
    void consents(@PathVariable UUID id, Reader reader, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        files.answer(id, ReplayResult.CONSENTS, ResultFiles.Format.JSON, reader, request, response);
    }

    @GetMapping(path = "/v1/replays/{id}/consents", produces = CSV)
    void consentsAsCsv(@PathVariable UUID id, Reader reader, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        files.answer(id, ReplayResult.CONSENTS, ResultFiles.Format.CSV, reader, request, response);
    }

    @Operation(
            operationId = "replayObjections",
            summary = "Which objections stood, as a replay found it",
            description = "By subjectId and purpose, at the replay's asOf.")
    @GetMapping(path = "/v1/replays/{id}/objections", produces = MediaType.APPLICATION_JSON_VALUE)
    void objections(@PathVariable UUID id, Reader reader, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        files.answer(id, ReplayResult.OBJECTIONS, ResultFiles.Format.JSON, reader, request, response);
    }

    @GetMapping(path = "/v1/replays/{id}/objections", produces = CSV)
    void objectionsAsCsv(@PathVariable UUID id, Reader reader, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        files.answer(id, ReplayResult.OBJECTIONS, ResultFiles.Format.CSV, reader, request, response);
    }

    @Operation(
            operationId = "replayTransfers",
            summary = "What went where, as a replay found it",
            description =
                    "In order of position. Nothing personal stands in it: a transfer's reference is in the ledger alone.")
    @GetMapping(path = "/v1/replays/{id}/transfers", produces = MediaType.APPLICATION_JSON_VALUE)
    void transfers(@PathVariable UUID id, Reader reader, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        files.answer(id, ReplayResult.TRANSFERS, ResultFiles.Format.JSON, reader, request, response);
    }

    @GetMapping(path = "/v1/replays/{id}/transfers", produces = CSV)
    void transfersAsCsv(@PathVariable UUID id, Reader reader, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        files.answer(id, ReplayResult.TRANSFERS, ResultFiles.Format.CSV, reader, request, response);
    }

    @Operation(
            operationId = "replayDifferences",
            summary = "What the projections say otherwise than the events",
            description =
                    "Each row that a live table lacks (MISSING), has though no event explains it (UNEXPLAINED), or has in another form (DIFFERENT, in which columns), with both forms; by table, position and event.")
    @GetMapping(path = "/v1/replays/{id}/differences", produces = MediaType.APPLICATION_JSON_VALUE)
    void differences(@PathVariable UUID id, Reader reader, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        files.answer(id, ReplayResult.DIFFERENCES, ResultFiles.Format.JSON, reader, request, response);
    }

    @GetMapping(path = "/v1/replays/{id}/differences", produces = CSV)
    void differencesAsCsv(
            @PathVariable UUID id, Reader reader, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        files.answer(id, ReplayResult.DIFFERENCES, ResultFiles.Format.CSV, reader, request, response);
    }
}
