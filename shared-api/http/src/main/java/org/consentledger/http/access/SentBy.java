package org.consentledger.http.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** Which page made a browser send a request, as the browser says (W3C Fetch Metadata; RFC 6454, section 7). */
final class SentBy {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    /** Of this very origin, or of no page at all: typed, or a bookmark. */
    private static final Set<String> OWN = Set.of("same-origin", "none");

    private SentBy() {}

    /** Whether a request that changes something comes with a word on who sent it: then it is held to that, signed in or not. */
    static boolean saysOfWhom(HttpServletRequest request) {
        return !isSafe(request) && (site(request) != null || request.getHeader(HttpHeaders.ORIGIN) != null);
    }

    /** A page of another site may lead somebody here in sight of the address, and nothing else. */
    static boolean ownPage(HttpServletRequest request, BrowserAccess access) {
        var site = site(request);
        if (site != null) {
            return OWN.contains(site) || isNavigation(request);
        }
        var origin = request.getHeader(HttpHeaders.ORIGIN);
        return origin == null ? isSafe(request) : access.isOwnOrigin(request, origin);
    }

    private static boolean isNavigation(HttpServletRequest request) {
        return request.getMethod().equals("GET")
                && "navigate".equals(request.getHeader("Sec-Fetch-Mode"))
                && "document".equals(request.getHeader("Sec-Fetch-Dest"));
    }

    private static boolean isSafe(HttpServletRequest request) {
        return SAFE.contains(request.getMethod());
    }

    private static @Nullable String site(HttpServletRequest request) {
        return request.getHeader("Sec-Fetch-Site");
    }
}
