package org.consentledger.http.rate;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Slows down whoever guesses: an address that was answered 401 so often in a minute is answered 429 for a while in its
 * place. Whoever brings a good token gets in all the same, from the same address too: an attacker behind the same proxy
 * shuts nobody out.
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
        AuthenticationFailures.of(request, () -> failed(request, response));
        chain.doFilter(request, response);
    }

    /** Whether the caller was turned away already. */
    private boolean failed(HttpServletRequest request, HttpServletResponse response) {
        var taken = failures.take(RemoteAddress.of(request));
        if (!taken.isConsumed()) {
            turnedAway.answer(request, response, failures, taken.getNanosToWaitForRefill());
        }
        return !taken.isConsumed();
    }
}
