package org.consentledger.query.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/** Keeps in the browser what the provider issued, for as long as the access token is good. */
@Component
final class TokenCookies {

    static final String ACCESS = "ledger-token";

    /** Tells the provider who signs out (OpenID Connect RP-Initiated Logout, section 2). */
    private static final String ID = "ledger-id-token";

    private final BrowserCookie cookies;
    private final Clock clock = Clock.systemUTC();

    TokenCookies(BrowserCookie cookies) {
        this.cookies = cookies;
    }

    Optional<String> accessToken(HttpServletRequest request) {
        return cookies.read(request, ACCESS);
    }

    Optional<String> idToken(HttpServletRequest request) {
        return cookies.read(request, ID);
    }

    /** Whether a browser would keep it. */
    static boolean fits(String token) {
        return token.length() <= BrowserCookie.BYTES_MAX;
    }

    /** An ID token that is too long for a cookie is left out: the provider asks then who signs out. */
    List<ResponseCookie> keep(HttpServletRequest request, SignedIn signedIn) {
        var left = Duration.between(clock.instant(), signedIn.expiresAt());
        return List.of(
                cookies.kept(request, ACCESS, signedIn.accessToken(), left),
                fits(signedIn.idToken())
                        ? cookies.kept(request, ID, signedIn.idToken(), left)
                        : cookies.removed(request, ID));
    }

    List<ResponseCookie> removed(HttpServletRequest request) {
        return List.of(cookies.removed(request, ACCESS), cookies.removed(request, ID));
    }
}
