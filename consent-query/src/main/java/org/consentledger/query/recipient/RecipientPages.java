package org.consentledger.query.recipient;

import io.swagger.v3.oas.annotations.Operation;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.consentledger.http.access.Limits;
import org.consentledger.http.access.Requires;
import org.consentledger.http.access.Scope;
import org.consentledger.http.field.Code;
import org.consentledger.http.field.SubjectReference;
import org.consentledger.http.problem.ProblemCode;
import org.consentledger.query.access.AccessLog;
import org.consentledger.query.access.ReadOperation;
import org.consentledger.query.access.Reader;
import org.consentledger.query.console.ConsolePages;
import org.consentledger.query.console.Days;
import org.consentledger.query.console.Visit;
import org.consentledger.query.paging.Missing;
import org.consentledger.query.subject.SubjectFilter;
import org.consentledger.query.transfer.TransferFilter;
import org.consentledger.query.transfer.TransferView;
import org.consentledger.subject.SubjectId;
import org.consentledger.transfer.Reason;
import org.consentledger.transfer.Verdict;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who receives data, and what they got, to look at. */
@RestController
@Requires(Scope.AUDIT_READ)
class RecipientPages {

    private static final String PATH = "/recipients";

    private final ShownRecipients recipients;
    private final SubjectFilter subjects;
    private final AccessLog accesses;
    private final ConsolePages pages;

    RecipientPages(ShownRecipients recipients, SubjectFilter subjects, AccessLog accesses, ConsolePages pages) {
        this.recipients = recipients;
        this.subjects = subjects;
        this.accesses = accesses;
        this.pages = pages;
    }

    @GetMapping(path = PATH, produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> all(Visit visit) {
        return pages.page(visit, "recipient/recipients", recipients.all());
    }

    @Operation(operationId = "recipientPage", hidden = true)
    @GetMapping(path = PATH + "/{recipient}", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> one(
            @PathVariable @Code String recipient,
            @RequestParam(required = false) @Code @Nullable String purpose,
            @RequestParam(required = false) @Nullable Verdict verdict,
            @RequestParam(required = false) @Nullable Reason reason,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable SubjectId subjectId,
            @RequestParam(required = false) @Nullable String cursor,
            Visit visit,
            Reader reader) {
        var days = new Days(from, to);
        var filter = TransferFilter.within(
                        reader.caller().limits(), subjectId, recipient, purpose, verdict, days.begin(), days.end())
                .because(reason);
        var page = recipients.one(recipient, filter, days, cursor, visit.language());
        accesses.enter(
                reader,
                ReadOperation.RECIPIENT_PAGE,
                page.transfers().items().stream().map(TransferView::subjectId));
        return visit.isPart()
                ? pages.part(visit, "recipient/recipient", "transfers", page)
                : pages.page(visit, "recipient/recipient", page);
    }

    /** The transfers of one subject, named by upstream's reference, which stands in the body. */
    @Operation(operationId = "search", hidden = true)
    @PostMapping(path = PATH + "/{recipient}", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<Void> ofSubject(
            @PathVariable @Code String recipient, @RequestParam @SubjectReference String subject, Reader reader) {
        var id = subjects.known(subject).legibleId();
        accesses.enter(reader, ReadOperation.SEARCH, id);
        if (id == null) {
            throw Missing.because(ProblemCode.NOT_FOUND);
        }
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(PATH + "/" + recipient + "?subjectId=" + id + "#transfers"))
                .build();
    }

    /** Of everything that there is, for counts that show nobody. */
    static TransferFilter everything() {
        return TransferFilter.within(Limits.none(), null, null, null, null, null, null);
    }

    /** The filter's choices. */
    static List<Reason> reasons() {
        return List.of(Reason.values());
    }
}
