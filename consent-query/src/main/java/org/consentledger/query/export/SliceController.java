package org.consentledger.query.export;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Min;
import java.io.IOException;
import java.time.Instant;
import java.util.Collections;
import org.consentledger.http.access.Requires;
import org.consentledger.http.access.Scope;
import org.consentledger.http.field.Code;
import org.consentledger.http.field.SubjectReference;
import org.consentledger.query.access.Reader;
import org.consentledger.query.feed.EventType;
import org.consentledger.query.feed.FeedFilter;
import org.consentledger.subject.SubjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.util.MimeTypeUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Parts of the ledger to take away. */
@RestController
@Requires(Scope.AUDIT_READ)
@Tag(name = "Exports")
class SliceController {

    private static final String CSV = "text/csv";

    private final SliceFiles files;

    SliceController(SliceFiles files) {
        this.files = files;
    }

    @Operation(
            operationId = "exportEvents",
            summary = "A part of the ledger, each event with its proof",
            description =
                    "As application/x-ndjson or text/csv, for the offline verifier. Positions after one (exclusive)"
                            + " and up to another (inclusive); from (inclusive) and to (exclusive) are ledger time; the other"
                            + " filters are those of /v1/events. As far as a checkpoint covers it; a minPosition waits for one that"
                            + " covers that. Begins with the checkpoint and ends with what the ledger says of the whole, signed; one"
                            + " without that end broke off, and another that begins after its last position goes on with it."
                            + " What is personal is encrypted, as in the log.")
    @GetMapping(
            path = "/v1/exports/events",
            produces = {MediaType.APPLICATION_NDJSON_VALUE, CSV})
    void events(
            @RequestParam(defaultValue = "-1") @Min(-1) long after,
            @RequestParam(required = false) @Min(0) @Nullable Long upTo,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @EventType @Nullable String type,
            @RequestParam(required = false) @SubjectReference @Nullable String subject,
            @RequestParam(required = false) @Nullable SubjectId subjectId,
            @RequestParam(required = false) @Code @Nullable String recipient,
            @RequestParam(required = false) @Code @Nullable String purpose,
            @RequestParam(required = false) @Min(0) @Nullable Long minPosition,
            Reader reader,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var who = files.subject(subject, subjectId, reader);
        var slice = new Slice(after, upTo, from, to, new FeedFilter(type, who, recipient, purpose));
        files.answer(slice, form(request), minPosition, request, response);
    }

    /** What the caller likes best; lines if they like both as much. */
    private static SliceForm form(HttpServletRequest request) {
        var accepted = MediaType.parseMediaTypes(Collections.list(request.getHeaders(HttpHeaders.ACCEPT)));
        MimeTypeUtils.sortBySpecificity(accepted);
        return accepted.stream()
                        .filter(type -> type.isCompatibleWith(MediaType.APPLICATION_NDJSON)
                                || type.isCompatibleWith(MediaType.parseMediaType(CSV)))
                        .findFirst()
                        .filter(type -> !type.isCompatibleWith(MediaType.APPLICATION_NDJSON))
                        .isPresent()
                ? SliceForm.TABLE
                : SliceForm.LINES;
    }
}
