package org.consentledger.http.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;

/**
 * How browsers get in, at a service that has pages. A bean of this type is asked where a request has no Authorization
 * header, on the service's own port alone: never on the management port.
 */
public interface BrowserAccess {

    /** The access token that a browser brings; empty if it brings none. */
    Optional<String> token(HttpServletRequest request);

    /** Whether an origin (RFC 6454, section 6.2) is the one at which browsers reach this service. */
    boolean isOwnOrigin(HttpServletRequest request, String origin);

    /**
     * Leads whoever is not known to where they sign in.
     *
     * @return false if no page was asked for; the answer is 401 then
     */
    boolean leadToSignIn(HttpServletRequest request, HttpServletResponse response);

    /** Whether the request that is being handled was let in by a token which {@link #token} found. */
    static boolean letIn(HttpServletRequest request) {
        return BrowserFilter.tokenOf(request) != null;
    }
}
