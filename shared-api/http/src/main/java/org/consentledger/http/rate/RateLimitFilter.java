package org.consentledger.http.rate;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets each client ask so often in a second, and tells it on every answer how much is left. */
final class RateLimitFilter extends OncePerRequestFilter {

    private static final Duration WINDOW = Duration.ofSeconds(1);

    private final ClientIdentity identity;
    private final Quota clients;
    private final Quota addresses;
    private final TurnedAway turnedAway;

    RateLimitFilter(ClientIdentity identity, long requests, TurnedAway turnedAway) {
        this.identity = identity;
        this.clients = new Quota("client", requests, WINDOW);
        this.addresses = new Quota("address", requests, WINDOW);
        this.turnedAway = turnedAway;
        turnedAway.expect(clients);
        turnedAway.expect(addresses);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var client = identity.of(request);
        var quota = client == null ? addresses : clients;
        var taken = quota.take(client == null ? RemoteAddress.of(request) : client);
        if (taken.isConsumed()) {
            RequestQuota.remember(request, quota, client == null ? RemoteAddress.of(request) : client);
            quota.tell(response, taken.getRemainingTokens(), TurnedAway.wholeSeconds(taken.getNanosToWaitForReset()));
            chain.doFilter(request, response);
        } else {
            turnedAway.answer(request, response, quota, taken.getNanosToWaitForRefill());
        }
    }
}
