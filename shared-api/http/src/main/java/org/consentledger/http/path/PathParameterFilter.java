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
 * Turns away paths with parameters (RFC 3986, section 3.3), such as {@code /a;x}. Spring would drop them and answer for
 * {@code /a}: for another subject than the caller named.
 */
final class PathParameterFilter extends OncePerRequestFilter {

    private final ProblemWriter problems;

    PathParameterFilter(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getRequestURI().indexOf(';') >= 0) {
            problems.write(
                    request,
                    response,
                    Problem.of(ProblemCode.MALFORMED_REQUEST, "a semicolon in the path must be written as %3B"));
        } else {
            chain.doFilter(request, response);
        }
    }
}
