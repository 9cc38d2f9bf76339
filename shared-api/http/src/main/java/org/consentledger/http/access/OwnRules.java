package org.consentledger.http.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.web.firewall.FirewalledRequest;
import org.springframework.security.web.firewall.HttpFirewall;

/**
 * Lets the web edge judge what a request may hold. Spring Security's own rules are for applications that decide by path
 * who gets in; here the handler that was picked decides.
 */
final class OwnRules implements HttpFirewall {

    @Override
    public FirewalledRequest getFirewalledRequest(HttpServletRequest request) {
        return new Unchanged(request);
    }

    @Override
    public HttpServletResponse getFirewalledResponse(HttpServletResponse response) {
        return response;
    }

    private static final class Unchanged extends FirewalledRequest {

        Unchanged(HttpServletRequest request) {
            super(request);
        }

        @Override
        public void reset() {
            // nothing was changed
        }
    }
}
