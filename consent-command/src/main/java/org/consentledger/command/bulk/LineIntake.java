package org.consentledger.command.bulk;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.function.Function;
import org.consentledger.command.http.CommandAnswer;
import org.consentledger.command.http.CommandIntake;
import org.consentledger.command.http.CommandRequest;
import org.consentledger.command.http.IdempotencyKey;
import org.consentledger.command.http.KnownCommand;
import org.consentledger.command.http.KnownCommands;
import org.consentledger.http.access.Caller;
import org.consentledger.http.body.BodyReader;
import org.consentledger.http.body.BodyText;
import org.consentledger.http.connection.ConnectionProperties;
import org.consentledger.http.problem.Fault;
import org.consentledger.http.problem.FaultCode;
import org.consentledger.http.problem.Problem;
import org.consentledger.http.problem.ProblemCode;
import org.consentledger.http.problem.ProblemDocument;
import org.consentledger.http.problem.ProblemException;
import org.consentledger.http.problem.Problems;
import org.consentledger.http.request.RequestId;
import org.slf4j.MDC;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reads single lines, and has them taken as commands that came alone. */
@Component
final class LineIntake {

    private static final String BODY = "/body";

    private final KnownCommands commands;
    private final BodyReader bodies;
    private final Problems problems;
    private final JsonMapper json;
    private final long lineBytesMax;
    private final Counter accepted;
    private final Counter rejected;
    private final Counter unavailable;

    LineIntake(
            KnownCommands commands,
            BodyReader bodies,
            Problems problems,
            JsonMapper json,
            ConnectionProperties limits,
            MeterRegistry meters) {
        this.commands = commands;
        this.bodies = bodies;
        this.problems = problems;
        this.json = json;
        this.lineBytesMax = limits.bodyLimit().toBytes();
        this.accepted = lines(meters, "accepted");
        this.rejected = lines(meters, "rejected");
        this.unavailable = lines(meters, "unavailable");
    }

    private static Counter lines(MeterRegistry meters, String outcome) {
        return Counter.builder("ledger.bulk.lines")
                .description("Lines of streams of commands that were answered, by how")
                .tag("outcome", outcome)
                .register(meters);
    }

    /** What a line asks: valid, and of a command that there is. */
    record Order(long line, KnownCommand command, IdempotencyKey key, CommandRequest request) {}

    /**
     * Reads a line.
     *
     * @param keyOf the key of a line that brings none of its own
     * @throws ProblemException if it does not hold what it must
     */
    Order read(LineReader.Line line, Function<Long, IdempotencyKey> keyOf) {
        if (line.bytes() == null) {
            throw new ProblemException(
                    Problem.of(ProblemCode.BODY_TOO_LARGE, "a line may have at most " + lineBytesMax + " bytes"));
        }
        var text = BodyText.of(line.bytes());
        var read = bodies.read(text, LineRequest.class);
        var command = commands.named(read.command())
                .orElseThrow(() -> new ProblemException(Problem.of(ProblemCode.COMMAND_UNKNOWN)
                        .faults(List.of(
                                Fault.inBody("/command", FaultCode.INVALID, "must be the name of a command")))));
        var key =
                read.idempotencyKey() == null ? keyOf.apply(line.number()) : new IdempotencyKey(read.idempotencyKey());
        return new Order(line.number(), command, key, body(read.body().in(text), command));
    }

    private CommandRequest body(String text, KnownCommand command) {
        try {
            return bodies.read(text, command.body());
        } catch (ProblemException e) {
            throw new ProblemException(e.problem().below(BODY));
        }
    }

    /** Has a command taken, once. */
    Answered take(Order order, Caller caller, HttpServletRequest request) {
        try {
            return answer(order.line(), order.command().take(caller, order.key(), order.request()));
        } catch (ProblemException e) {
            return answer(order.line(), placed(e.problem()), request);
        } catch (RuntimeException e) {
            return answer(order.line(), placed(problem(e, request)), request);
        }
    }

    /** What is logged of it names the request, on whatever thread. */
    private Problem problem(RuntimeException e, HttpServletRequest request) {
        try (var _ = MDC.putCloseable(RequestId.MDC_KEY, RequestId.of(request))) {
            return problems.of(e, request);
        }
    }

    /** Where in the line the fault is; a line's key is no header. */
    private static Problem placed(Problem problem) {
        return problem.code() == ProblemCode.IDEMPOTENCY_KEY_REUSED
                ? problem.faults(
                        List.of(Fault.inBody("/idempotencyKey", FaultCode.INVALID, "must be new for another command")))
                : problem.below(BODY);
    }

    private Answered answer(long line, ResponseEntity<?> response) {
        var status = response.getStatusCode().value();
        var replayed = response.getHeaders().containsHeader(CommandIntake.REPLAYED_HEADER);
        var body = (CommandAnswer) response.getBody();
        return answered(
                new LineAnswer(line, status, replayed ? true : null, body, null), body == null ? -1 : body.position());
    }

    /** A line that is answered with a problem. */
    Answered answer(long line, Problem problem, HttpServletRequest request) {
        var replayed = problem.headers().containsKey(CommandIntake.REPLAYED_HEADER);
        var position = problem.members().get("position") instanceof Long recorded ? recorded : -1L;
        return answered(
                new LineAnswer(
                        line,
                        problem.status(),
                        replayed ? true : null,
                        null,
                        ProblemDocument.of(problem, RequestId.of(request))),
                position);
    }

    private Answered answered(LineAnswer answer, long position) {
        return new Answered(answer.status(), answer.replayed() != null, position, json.writeValueAsBytes(answer));
    }

    void count(Answered answer) {
        (answer.accepted() ? accepted : answer.unavailable() ? unavailable : rejected).increment();
    }
}
