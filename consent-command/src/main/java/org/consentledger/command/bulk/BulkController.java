package org.consentledger.command.bulk;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.consentledger.command.http.CommandController;
import org.consentledger.command.http.IdempotencyKey;
import org.consentledger.http.access.Caller;
import org.consentledger.http.access.Limit;
import org.consentledger.http.access.Requires;
import org.consentledger.http.access.Scope;
import org.consentledger.http.concurrency.RequestPlace;
import org.consentledger.http.connection.ConnectionProperties;
import org.consentledger.http.problem.Fault;
import org.consentledger.http.problem.FaultCode;
import org.consentledger.http.problem.Problem;
import org.consentledger.http.problem.ProblemCode;
import org.consentledger.http.problem.ProblemException;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Takes commands by the line. Whoever may send any command gets in; each line is held to what its command requires. */
@RestController
@Requires(
        value = {Scope.CONSENT_WRITE, Scope.TRANSFER_WRITE, Scope.CATALOGUE_WRITE, Scope.SUBJECT_ERASE},
        heeds = {Limit.PURPOSES, Limit.RECIPIENTS, Limit.SOURCE})
@Tag(name = "Bulk", description = "Many commands in one request")
class BulkController {

    /**
     * Lines whose answers were not taken. So many can be sent by a client that takes no answer before it has sent everything, as most
     * HTTP libraries do.
     */
    static final int UNANSWERED_MAX = 1_000;

    /** A key of the request and the number of a line make the line's key, of which 200 characters may be. */
    private static final int KEY_LENGTH_MAX = 180;

    private static final String FIRST_LINE = "1";
    private static final long LINE_MAX = 1_000_000_000_000L;

    private final LineIntake intake;
    private final BulkStreams streams;
    private final BulkProperties properties;
    private final ConnectionProperties limits;
    private final JsonMapper json;
    private final Clock clock;

    BulkController(
            LineIntake intake,
            BulkStreams streams,
            BulkProperties properties,
            ConnectionProperties limits,
            JsonMapper json,
            Clock clock) {
        this.intake = intake;
        this.streams = streams;
        this.properties = properties;
        this.limits = limits;
        this.json = json;
        this.clock = clock;
    }

    @Operation(
            operationId = "commands",
            summary = "Send many commands, one in a line",
            description =
                    "As many lines as there are, each a command with its name, its idempotency key and its body. Each is answered"
                            + " with one line, in order, with the status and the body that the command would have had alone, while"
                            + " more are sent. A line with \"progress\" comes in between now and then. The last line has"
                            + " \"summary\" if every line was answered; anything else, \"ended\" or a cut connection, means: send the"
                            + " same lines again.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_NDJSON_VALUE,
                                            schema = @Schema(implementation = LineRequest.class))))
    @ApiResponse(
            responseCode = "200",
            description = "Lines were taken. What became of each says its own line.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_NDJSON_VALUE,
                            schema = @Schema(implementation = LineAnswer.class)))
    @PostMapping(
            path = CommandController.PATH,
            consumes = MediaType.APPLICATION_NDJSON_VALUE,
            produces = MediaType.APPLICATION_NDJSON_VALUE)
    void take(
            @RequestParam(defaultValue = FIRST_LINE) @Min(1) @Max(LINE_MAX) long firstLine,
            @Parameter(hidden = true) Caller caller,
            @Parameter(hidden = true) IdempotencyKey key,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var keyOf = keys(key);
        try (var _ = streams.take()) {
            // counted here; and an answer that goes on for as long as lines come must not be cut for it
            RequestPlace.giveBack(request);
            var lines = new LineReader(
                    request.getInputStream(),
                    firstLine,
                    Math.toIntExact(limits.bodyLimit().toBytes()),
                    limits.bodyDeadline());
            var first = lines.next();
            if (first == null) {
                throw new ProblemException(
                        Problem.of(ProblemCode.MALFORMED_REQUEST, "the body is empty; it must be lines of JSON"));
            }
            response.setContentType(MediaType.APPLICATION_NDJSON_VALUE);
            // from here on this thread reads and another writes
            response.flushBuffer();
            var atWork = new LinesAtWork(properties.bulkLinesAtWork(), UNANSWERED_MAX);
            var answers = new AnswerWriter(atWork, response.getOutputStream(), json, intake::count);
            new BulkRun(intake, streams, properties.bulkPatience(), clock, caller, keyOf, request, atWork)
                    .run(first, lines, answers);
        }
    }

    private static Function<Long, IdempotencyKey> keys(IdempotencyKey key) {
        var value = key.value();
        if (value == null) {
            return _ -> {
                throw new ProblemException(Problem.of(List.of(Fault.inBody(
                        "/idempotencyKey",
                        FaultCode.REQUIRED,
                        "is required where the request has no Idempotency-Key"))));
            };
        }
        if (value.length() > KEY_LENGTH_MAX) {
            throw new ProblemException(Problem.of(List.of(Fault.inHeader(
                    IdempotencyKey.HEADER,
                    FaultCode.INVALID,
                    "must be at most " + KEY_LENGTH_MAX + " characters: the number of each line is added to it"))));
        }
        return line -> new IdempotencyKey(value + ":" + line);
    }
}
