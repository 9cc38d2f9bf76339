package org.consentledger.http.rate;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Slows down whoever guesses: an address that was answered 401 so often in a minute is answered nothing else but 429 for a
 * while, whatever it brings. Nobody at another address notices.
 */
final class FailedAuthenticationFilter extends OncePerRequestFilter {

    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final Quota failures;
    private final TurnedAway turnedAway;

    FailedAuthenticationFilter(long failuresPerMinute, TurnedAway turnedAway) {
        this.failures = new Quota("failed-authentications", failuresPerMinute, WINDOW);
        this.turnedAway = turnedAway;
        turnedAway.expect(failures);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var address = RemoteAddress.of(request);
        var waitNanos = failures.waitNanos(address);
        if (waitNanos > 0) {
            turnedAway.answer(request, response, failures, waitNanos);
            return;
        }
        chain.doFilter(request, response);
        if (response.getStatus() == HttpServletResponse.SC_UNAUTHORIZED) {
            failures.take(address);
        }
    }
}
