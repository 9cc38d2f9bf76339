package org.consentledger.http.body;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.consentledger.http.problem.ProblemWriter;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets no body through that is larger than the limit, whether it says its length or comes in chunks. */
final class BodyLimitFilter extends OncePerRequestFilter {

    private final long limitBytes;
    private final ProblemWriter problems;

    BodyLimitFilter(long limitBytes, ProblemWriter problems) {
        this.limitBytes = limitBytes;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > limitBytes) {
            problems.write(request, response, LimitedBody.tooLarge(limitBytes));
        } else {
            chain.doFilter(new LimitedRequest(request, limitBytes), response);
        }
    }
}
