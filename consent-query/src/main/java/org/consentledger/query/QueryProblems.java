package org.consentledger.query;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.consentledger.http.problem.Fault;
import org.consentledger.http.problem.FaultCode;
import org.consentledger.http.problem.Problem;
import org.consentledger.http.problem.ProblemCode;
import org.consentledger.http.problem.ProblemSource;
import org.consentledger.query.knowledge.KnownAt;
import org.consentledger.subject.SubjectId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** What goes wrong in queries and nowhere else. */
@Component
final class QueryProblems implements ProblemSource {

    private static final Logger LOG = LoggerFactory.getLogger(QueryProblems.class);

    private static final long RETRY_AFTER_SECONDS = 1;

    @Override
    public Optional<Problem> problemOf(Exception exception, HttpServletRequest request) {
        return Optional.ofNullable(
                switch (exception) {
                    case MethodArgumentTypeMismatchException e when isOurs(e.getRequiredType()) -> unreadable(e);
                    case DataAccessResourceFailureException e -> unavailable(e);
                    case TransientDataAccessException e -> unavailable(e);
                    case CannotCreateTransactionException e -> unavailable(e);
                    default -> null;
                });
    }

    /** Types whose reading fails with a sentence that is free of what was given. */
    private static boolean isOurs(@Nullable Class<?> type) {
        return type == KnownAt.class || type == SubjectId.class;
    }

    private static Problem unreadable(MethodArgumentTypeMismatchException e) {
        var detail = String.valueOf(e.getMostSpecificCause().getMessage());
        return Problem.of(List.of(Fault.inParameter(e.getName(), FaultCode.INVALID, detail)));
    }

    private static Problem unavailable(Exception e) {
        LOG.warn("the database cannot be asked: {}", e.getClass().getName());
        return Problem.of(ProblemCode.UNAVAILABLE).retryAfter(RETRY_AFTER_SECONDS);
    }
}
