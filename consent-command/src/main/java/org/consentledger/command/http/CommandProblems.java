package org.consentledger.command.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.consentledger.command.desk.CommandRejectedException;
import org.consentledger.command.desk.IdempotencyKeyReusedException;
import org.consentledger.command.desk.LedgerBusyException;
import org.consentledger.http.problem.Fault;
import org.consentledger.http.problem.FaultCode;
import org.consentledger.http.problem.Problem;
import org.consentledger.http.problem.ProblemCode;
import org.consentledger.http.problem.ProblemSource;
import org.consentledger.ledger.reading.UnknownEventFormException;
import org.consentledger.ledger.serial.UnknownFormException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** What it means to the caller when a command does not get through. */
final class CommandProblems implements ProblemSource {

    private static final long RETRY_AFTER_SECONDS = 1;

    /** A node of a newer release is asked then, or this one is soon of that release. */
    private static final long NEWER_RELEASE_AFTER_SECONDS = 5;

    /** A chain may be a circle. */
    private static final int CAUSES_MAX = 20;

    @Override
    public Optional<Problem> problemOf(Exception exception, HttpServletRequest request) {
        return switch (exception) {
            case CommandRejectedException e -> Optional.of(Problem.of(e.rejection()));
            case IdempotencyKeyReusedException _ ->
                Optional.of(Problem.of(ProblemCode.IDEMPOTENCY_KEY_REUSED)
                        .faults(List.of(Fault.inHeader(
                                IdempotencyKey.HEADER, FaultCode.INVALID, "must be new for another request"))));
            case LedgerBusyException _ ->
                Optional.of(Problem.of(ProblemCode.UNAVAILABLE).retryAfter(RETRY_AFTER_SECONDS));
            case NoResourceFoundException _
            when request.getRequestURI().startsWith(CommandController.PATH + "/") ->
                Optional.of(Problem.of(ProblemCode.COMMAND_UNKNOWN));
            case Exception e
            when isOfNewerRelease(e) ->
                Optional.of(Problem.of(
                                ProblemCode.UNAVAILABLE,
                                "An event that the answer rests on was recorded by a newer release than this node's: send the"
                                        + " command again, to a node of that release.")
                        .retryAfter(NEWER_RELEASE_AFTER_SECONDS));
            default -> Optional.empty();
        };
    }

    /** Decided on what this release understands, a command would be decided on half of the facts. */
    private static boolean isOfNewerRelease(Exception exception) {
        return Stream.iterate((Throwable) exception, thrown -> thrown != null, Throwable::getCause)
                .limit(CAUSES_MAX)
                .anyMatch(thrown ->
                        thrown instanceof UnknownFormException || thrown instanceof UnknownEventFormException);
    }
}
