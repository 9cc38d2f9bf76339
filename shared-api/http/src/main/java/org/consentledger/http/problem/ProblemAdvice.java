package org.consentledger.http.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.util.DisconnectedClientHelper;

/** Turns everything that goes wrong under a controller into a problem. */
@RestControllerAdvice
final class ProblemAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    private final List<ProblemSource> sources;
    private final ProblemWriter writer;

    ProblemAdvice(List<ProblemSource> sources, ProblemWriter writer) {
        this.sources = sources;
        this.writer = writer;
    }

    @ExceptionHandler(Exception.class)
    void answer(Exception exception, HttpServletRequest request, HttpServletResponse response) {
        if (DisconnectedClientHelper.isClientDisconnectedException(exception)) {
            LOG.debug("the caller has gone: {}", exception.getClass().getName());
            return;
        }
        writer.write(request, response, problemOf(exception, request));
    }

    private Problem problemOf(Exception exception, HttpServletRequest request) {
        return known(exception, request).orElseGet(() -> {
            LOG.error("a request failed", LoggedFailure.of(exception));
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
}
