package org.consentledger.query.transfer;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.consentledger.http.access.Limit;
import org.consentledger.http.access.Requires;
import org.consentledger.http.access.Scope;
import org.consentledger.http.field.Code;
import org.consentledger.http.field.SubjectReference;
import org.consentledger.query.access.AccessLog;
import org.consentledger.query.access.ReadOperation;
import org.consentledger.query.access.Reader;
import org.consentledger.query.paging.Page;
import org.consentledger.query.paging.Pages;
import org.consentledger.query.paging.PositionCursor;
import org.consentledger.query.projection.ProjectionPositions;
import org.consentledger.query.projection.ReadYourWrites;
import org.consentledger.query.subject.SubjectFilter;
import org.consentledger.subject.SubjectId;
import org.consentledger.transfer.Verdict;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Transfers")
class TransferController {

    private static final String OF_SUBJECT = "subject-transfers";
    private static final String TO_RECIPIENT = "recipient-transfers";

    private static final List<String> READS = List.of(TransferProjection.NAME);

    private final Transfers transfers;
    private final SubjectFilter subjects;
    private final ProjectionPositions positions;
    private final AccessLog accesses;
    private final ReadYourWrites readYourWrites;

    TransferController(
            Transfers transfers,
            SubjectFilter subjects,
            ProjectionPositions positions,
            AccessLog accesses,
            ReadYourWrites readYourWrites) {
        this.transfers = transfers;
        this.subjects = subjects;
        this.positions = positions;
        this.accesses = accesses;
        this.readYourWrites = readYourWrites;
    }

    @Operation(
            operationId = "transfersOfSubject",
            summary = "What became of a subject's data",
            description = "Every transfer that was asked for or reported, in the order in which the ledger took them;"
                    + " from (inclusive) and to (exclusive) are world time.")
    @GetMapping("/v1/subjects/{subject}/transfers")
    @Requires(
            value = {Scope.CONSENT_READ, Scope.AUDIT_READ},
            heeds = {Limit.PURPOSES, Limit.RECIPIENTS, Limit.SOURCE})
    ResponseEntity<TransfersOfSubject> ofSubject(
            @PathVariable @SubjectReference String subject,
            @RequestParam(required = false) @Code @Nullable String recipient,
            @RequestParam(required = false) @Code @Nullable String purpose,
            @RequestParam(required = false) @Nullable Verdict verdict,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Page.LIMIT_DEFAULT) @Min(1) @Max(Page.LIMIT_MAX) int limit,
            @RequestParam(required = false) @Min(0) @Nullable Long minPosition,
            Reader reader,
            HttpServletRequest request) {
        readYourWrites.await(minPosition, READS);
        var limits = reader.caller().limits();
        var known = subjects.known(subject);
        var reached = positions.ofAll(READS);
        var page = page(
                TransferFilter.within(limits, known.filter(), recipient, purpose, verdict, from, to),
                PositionCursor.after(cursor, OF_SUBJECT),
                reached,
                limit);
        accesses.enter(reader, ReadOperation.TRANSFERS_OF_SUBJECT, known.legibleId());
        return Pages.answer(
                new TransfersOfSubject(subject, known.legibleId(), known.erasedAt(), reached, page.items()),
                page,
                last -> PositionCursor.at(OF_SUBJECT, last.position()),
                Pages.kept(request, Map.of()));
    }

    @Operation(
            operationId = "transfersToRecipient",
            summary = "What a recipient got, about whom, on what ground",
            description = "Every transfer that was asked for or reported, in the order in which the ledger took them;"
                    + " from (inclusive) and to (exclusive) are world time. A subject may be named by its reference or"
                    + " by its subjectId.")
    @GetMapping("/v1/recipients/{recipient}/transfers")
    @Requires(
            value = {Scope.CONSENT_READ, Scope.AUDIT_READ},
            heeds = {Limit.PURPOSES, Limit.RECIPIENTS, Limit.SOURCE, Limit.OWN_RECIPIENT})
    ResponseEntity<TransfersToRecipient> toRecipient(
            @PathVariable @Code String recipient,
            @RequestParam(required = false) @SubjectReference @Nullable String subject,
            @RequestParam(required = false) @Nullable SubjectId subjectId,
            @RequestParam(required = false) @Code @Nullable String purpose,
            @RequestParam(required = false) @Nullable Verdict verdict,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Page.LIMIT_DEFAULT) @Min(1) @Max(Page.LIMIT_MAX) int limit,
            @RequestParam(required = false) @Min(0) @Nullable Long minPosition,
            Reader reader,
            HttpServletRequest request) {
        reader.caller().requireAuditorOrOwnRecipient();
        var limits = reader.caller().limits();
        limits.requireRecipient(recipient, "recipient");
        readYourWrites.await(minPosition, READS);
        var reached = positions.ofAll(READS);
        var who = subjects.of(subject, subjectId);
        var page = page(
                TransferFilter.within(limits, who, recipient, purpose, verdict, from, to),
                PositionCursor.after(cursor, TO_RECIPIENT),
                reached,
                limit);
        accesses.enter(
                reader,
                ReadOperation.TRANSFERS_TO_RECIPIENT,
                page.items().stream().map(TransferView::subjectId));
        return Pages.answer(
                new TransfersToRecipient(recipient, reached, page.items()),
                page,
                last -> PositionCursor.at(TO_RECIPIENT, last.position()),
                Pages.kept(request, SubjectFilter.parameter(who)));
    }

    private Page<TransferView> page(TransferFilter filter, long after, long reached, int limit) {
        return Page.of(transfers.list(filter, after, reached, limit + 1), limit);
    }
}
