package org.consentledger.http.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.catalina.connector.ClientAbortException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/** Says of everything that goes wrong with a request, or with a part of it, what it means to the caller. */
public final class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    /** A chain may be a circle. */
    private static final int CAUSES_MAX = 20;

    private final List<ProblemSource> sources;

    Problems(List<ProblemSource> sources) {
        this.sources = List.copyOf(sources);
    }

    /** Always something: what nobody knows is a failure of the service, and logged. */
    public Problem of(Exception exception, HttpServletRequest request) {
        return known(exception, request).orElseGet(() -> {
            if (isCallerGone(exception)) {
                LOG.debug("the caller has gone: {}", exception.getClass().getName());
            } else {
                LOG.error("a request failed", LoggedFailure.of(exception));
            }
            return Problem.of(ProblemCode.INTERNAL_ERROR);
        });
    }

    private Optional<Problem> known(Exception exception, HttpServletRequest request) {
        if (exception instanceof ProblemException e) {
            return Optional.of(e.problem());
        }
        return sources.stream()
                .flatMap(source -> source.problemOf(exception, request).stream())
                .findFirst()
                .or(() -> Optional.ofNullable(WebProblems.of(exception)));
    }

    /** By the container's own word: a connection that broke may also be one to the database, or to a key service. */
    private static boolean isCallerGone(Exception exception) {
        return Stream.iterate((Throwable) exception, thrown -> thrown != null, Throwable::getCause)
                .limit(CAUSES_MAX)
                .anyMatch(thrown ->
                        thrown instanceof ClientAbortException || thrown instanceof AsyncRequestNotUsableException);
    }
}
