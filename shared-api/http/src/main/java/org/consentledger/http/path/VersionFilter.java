package org.consentledger.http.path;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.consentledger.http.problem.Problem;
import org.consentledger.http.problem.ProblemCode;
import org.consentledger.http.problem.ProblemWriter;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Turns away requests without a version, which Tomcat takes for HTTP/0.9: an answer to them has neither status nor headers,
 * so that nothing says what it is.
 */
final class VersionFilter extends OncePerRequestFilter {

    private final ProblemWriter problems;

    VersionFilter(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getProtocol().startsWith("HTTP/1.")) {
            chain.doFilter(request, response);
        } else {
            problems.write(
                    request,
                    response,
                    Problem.of(ProblemCode.MALFORMED_REQUEST, "the request must be of HTTP/1.1 or HTTP/1.0"));
        }
    }
}
