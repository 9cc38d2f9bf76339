package org.consentledger.http.concurrency;

import io.micrometer.core.instrument.Counter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.apache.coyote.CloseNowException;
import org.consentledger.http.problem.Problem;
import org.consentledger.http.problem.ProblemCode;
import org.consentledger.http.problem.ProblemWriter;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Handles so many requests at the same time and turns away more at once: threads are virtual, and nothing else bounds them.
 * No client gets more than half of the places, and those who need not say who they are have a few of their own.
 */
final class ConcurrencyFilter extends OncePerRequestFilter {

    private static final long RETRY_AFTER_SECONDS = 1;

    private final Places places;
    private final Duration answerDeadline;
    private final Counter turnedAway;
    private final ProblemWriter problems;

    ConcurrencyFilter(ConcurrencyProperties properties, Counter turnedAway, ProblemWriter problems) {
        this.places = new Places(properties.concurrency());
        this.answerDeadline = properties.answerDeadline();
        this.turnedAway = turnedAway;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var client = request.getUserPrincipal();
        var place = places.take(request, client == null ? null : client.getName());
        if (place == null) {
            turnedAway.increment();
            problems.write(
                    request,
                    response,
                    Problem.of(ProblemCode.UNAVAILABLE, "as many requests are being handled as the service can")
                            .retryAfter(RETRY_AFTER_SECONDS));
            return;
        }
        var timely = new TimelyResponse(response, place, answerDeadline);
        try {
            chain.doFilter(request, timely);
        } finally {
            RequestPlace.giveBack(request);
        }
        if (timely.isLate()) {
            // ended in good order, a part would pass for the whole
            throw new CloseNowException("the answer was not taken in time");
        }
    }
}
