package org.consentledger.query;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.consentledger.http.problem.Fault;
import org.consentledger.http.problem.FaultCode;
import org.consentledger.http.problem.Problem;
import org.consentledger.http.problem.ProblemCode;
import org.consentledger.http.problem.ProblemSource;
import org.consentledger.ledger.reading.UnknownEventFormException;
import org.consentledger.query.knowledge.KnownAt;
import org.consentledger.subject.SubjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** What goes wrong in queries and nowhere else. */
@Component
final class QueryProblems implements ProblemSource {

    /** A node of a newer release is asked then, or this one is soon of that release. */
    private static final long NEWER_RELEASE_AFTER_SECONDS = 5;

    @Override
    public Optional<Problem> problemOf(Exception exception, HttpServletRequest request) {
        return switch (exception) {
            case MethodArgumentTypeMismatchException e when isOurs(e.getRequiredType()) -> Optional.of(unreadable(e));
            case UnknownEventFormException _ ->
                Optional.of(Problem.of(
                                ProblemCode.UNAVAILABLE,
                                "An event that belongs into the answer was recorded by a newer release than this node's.")
                        .retryAfter(NEWER_RELEASE_AFTER_SECONDS));
            default -> Optional.empty();
        };
    }

    /** Types whose reading fails with a sentence that is free of what was given. */
    private static boolean isOurs(@Nullable Class<?> type) {
        return type == KnownAt.class || type == SubjectId.class;
    }

    private static Problem unreadable(MethodArgumentTypeMismatchException e) {
        var detail = String.valueOf(e.getMostSpecificCause().getMessage());
        return Problem.of(List.of(Fault.inParameter(e.getName(), FaultCode.INVALID, detail)));
    }
}
