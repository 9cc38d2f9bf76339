package org.consentledger.command.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.consentledger.command.desk.CommandRejectedException;
import org.consentledger.command.desk.IdempotencyKeyReusedException;
import org.consentledger.command.desk.LedgerBusyException;
import org.consentledger.http.problem.Fault;
import org.consentledger.http.problem.FaultCode;
import org.consentledger.http.problem.Problem;
import org.consentledger.http.problem.ProblemCode;
import org.consentledger.http.problem.ProblemSource;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** What it means to the caller when a command does not get through. */
final class CommandProblems implements ProblemSource {

    private static final long RETRY_AFTER_SECONDS = 1;

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
            default -> Optional.empty();
        };
    }
}
