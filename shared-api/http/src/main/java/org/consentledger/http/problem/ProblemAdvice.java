package org.consentledger.http.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Turns everything that goes wrong under a controller into a problem. */
@RestControllerAdvice
final class ProblemAdvice {

    private final Problems problems;
    private final ProblemWriter writer;

    ProblemAdvice(Problems problems, ProblemWriter writer) {
        this.problems = problems;
        this.writer = writer;
    }

    /** Always answers: whoever is told nothing is told 200. */
    @ExceptionHandler(Exception.class)
    void answer(Exception exception, HttpServletRequest request, HttpServletResponse response) {
        writer.write(request, response, problems.of(exception, request));
    }
}
