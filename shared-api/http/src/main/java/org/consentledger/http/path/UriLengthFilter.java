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

/** Turns away addresses, path and query together, that are longer than the limit. */
final class UriLengthFilter extends OncePerRequestFilter {

    private final long limitBytes;
    private final ProblemWriter problems;

    UriLengthFilter(long limitBytes, ProblemWriter problems) {
        this.limitBytes = limitBytes;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (length(request) > limitBytes) {
            problems.write(
                    request,
                    response,
                    Problem.of(
                            ProblemCode.URI_TOO_LONG,
                            "path and query together may have at most " + limitBytes + " bytes"));
        } else {
            chain.doFilter(request, response);
        }
    }

    /** Both are as they came: encoded, one byte a character. */
    private static int length(HttpServletRequest request) {
        var query = request.getQueryString();
        return request.getRequestURI().length() + (query == null ? 0 : query.length() + 1);
    }
}
