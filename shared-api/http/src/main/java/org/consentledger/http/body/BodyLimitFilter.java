package org.consentledger.http.body;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.consentledger.http.problem.ProblemWriter;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets no body through that goes beyond its limits, whether it says its length or comes in chunks. A {@link StreamedBody} is
 * bounded by whoever reads it.
 */
final class BodyLimitFilter extends OncePerRequestFilter {

    private final BodyLimits limits;
    private final ProblemWriter problems;
    private final List<StreamedBody> streamed;

    BodyLimitFilter(BodyLimits limits, ProblemWriter problems, List<StreamedBody> streamed) {
        this.limits = limits;
        this.problems = problems;
        this.streamed = List.copyOf(streamed);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (streamed.stream().anyMatch(body -> body.isOf(request))) {
            chain.doFilter(request, response);
        } else if (request.getContentLengthLong() > limits.bytes()) {
            problems.write(request, response, limits.tooLarge());
        } else {
            chain.doFilter(new LimitedRequest(request, limits), response);
        }
    }
}
