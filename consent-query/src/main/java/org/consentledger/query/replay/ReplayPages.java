package org.consentledger.query.replay;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Min;
import java.io.IOException;
import java.net.URI;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.consentledger.http.access.Requires;
import org.consentledger.http.access.Scope;
import org.consentledger.http.field.Code;
import org.consentledger.http.field.SubjectReference;
import org.consentledger.http.problem.Fault;
import org.consentledger.http.problem.FaultCode;
import org.consentledger.http.problem.Problem;
import org.consentledger.http.problem.ProblemCode;
import org.consentledger.http.problem.ProblemException;
import org.consentledger.query.access.Reader;
import org.consentledger.query.console.ConsolePages;
import org.consentledger.query.console.Visit;
import org.consentledger.query.paging.Missing;
import org.consentledger.query.replay.ReplayScope.Kind;
import org.consentledger.subject.SubjectId;
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

/** Replays, to start and to look at. */
@RestController
@Requires(Scope.AUDIT_READ)
class ReplayPages {

    private static final String PATH = "/replays";

    private final ShownReplays shown;
    private final Replays replays;
    private final ResultFiles files;
    private final ConsolePages pages;

    ReplayPages(ShownReplays shown, Replays replays, ResultFiles files, ConsolePages pages) {
        this.shown = shown;
        this.replays = replays;
        this.files = files;
        this.pages = pages;
    }

    @GetMapping(path = PATH, produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> all(@RequestParam(required = false) @Nullable SubjectId subjectId, Visit visit) {
        var page = shown.all(subjectId);
        return visit.isPart()
                ? pages.part(visit, "replay/replays", "list", page)
                : pages.page(visit, "replay/replays", page);
    }

    /** Fields that belong to a choice which was not made count for nothing: the page hides them. */
    @Operation(operationId = "startReplay", hidden = true)
    @PostMapping(path = PATH, produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<Void> start(
            @RequestParam Kind of,
            @RequestParam(required = false) @SubjectReference @Nullable String subject,
            @RequestParam(required = false) @Nullable SubjectId subjectId,
            @RequestParam(required = false) @Code @Nullable String recipient,
            @RequestParam(defaultValue = "NOW") ReplayUntil until,
            @RequestParam(required = false) @Min(0) @Nullable Long position,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) @Nullable LocalDateTime recordedBy,
            Reader reader) {
        var isOfSubject = of == Kind.SUBJECT;
        var request = new ReplayRequest(
                of,
                isOfSubject ? subject : null,
                isOfSubject && subjectId != null ? subjectId.value() : null,
                of == Kind.RECIPIENT ? recipient : null,
                until == ReplayUntil.POSITION ? required("position", position) : null,
                until == ReplayUntil.MOMENT ? required("recordedBy", recordedBy).toInstant(ZoneOffset.UTC) : null);
        var contradictions = request.contradictions().entrySet().stream()
                .map(wrong -> Fault.inParameter(wrong.getKey(), FaultCode.INVALID, wrong.getValue()))
                .toList();
        if (!contradictions.isEmpty()) {
            throw new ProblemException(Problem.of(contradictions));
        }
        return to(PATH + "/" + replays.start(request, reader).id());
    }

    private static <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw new ProblemException(
                    Problem.of(List.of(Fault.inParameter(field, FaultCode.REQUIRED, "is required"))));
        }
        return value;
    }

    @Operation(operationId = "replay", hidden = true)
    @GetMapping(path = PATH + "/{id}", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> one(
            @PathVariable UUID id, @RequestParam(defaultValue = "0") @Min(0) long after, Visit visit, Reader reader) {
        var page = shown.one(id, after, reader);
        return visit.isPart()
                ? pages.part(visit, "replay/replay", "replay", page)
                : pages.page(visit, "replay/replay", page);
    }

    @PostMapping(path = PATH + "/{id}/cancel", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<Void> cancel(@PathVariable UUID id) {
        replays.cancel(id);
        return to(PATH + "/" + id);
    }

    @PostMapping(path = PATH + "/{id}/remove", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<Void> remove(@PathVariable UUID id) {
        replays.end(id);
        return to(PATH);
    }

    private static ResponseEntity<Void> to(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(path))
                .build();
    }

    /** What the interface gives to whoever asks for its media type, for links, which cannot. */
    @GetMapping(PATH + "/{id}/results/{result}")
    void download(
            @PathVariable UUID id,
            @PathVariable String result,
            @RequestParam ResultFiles.Format as,
            Reader reader,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var wanted = ReplayResult.titled(result).orElseThrow(() -> Missing.because(ProblemCode.NOT_FOUND));
        files.answer(id, wanted, as, reader, request, response);
    }
}
