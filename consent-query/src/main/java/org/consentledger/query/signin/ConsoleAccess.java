package org.consentledger.query.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.consentledger.http.access.BrowserAccess;
import org.consentledger.query.access.KeptPurpose;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/** Lets browsers in by what they were given when somebody signed in, and leads all others to where that is done. */
@Component
final class ConsoleAccess implements BrowserAccess {

    private static final int SEE_OTHER = 303;
    private static final int UNAUTHORIZED = 401;

    private final TokenCookies tokens;
    private final KeptPurpose purposes;
    private final PublicAddress address;

    ConsoleAccess(TokenCookies tokens, KeptPurpose purposes, PublicAddress address) {
        this.tokens = tokens;
        this.purposes = purposes;
        this.address = address;
    }

    /** Counts as long as its bearer says why they read: whoever does not any more is asked again. */
    @Override
    public Optional<String> token(HttpServletRequest request) {
        return tokens.accessToken(request).filter(_ -> purposes.of(request).isPresent());
    }

    @Override
    public boolean isOwnOrigin(HttpServletRequest request, String origin) {
        return origin.equals(
                address.of(request).orElseGet(() -> address.asked(request)).toString());
    }

    @Override
    public boolean leadToSignIn(HttpServletRequest request, HttpServletResponse response) {
        if (isHtmx(request)) {
            lead(
                    request,
                    response,
                    UNAUTHORIZED,
                    "HX-Redirect",
                    Destination.inside(request.getHeader("HX-Current-URL")));
            return true;
        }
        if (isPage(request)) {
            lead(request, response, SEE_OTHER, HttpHeaders.LOCATION, asked(request));
            return true;
        }
        return false;
    }

    private void lead(HttpServletRequest request, HttpServletResponse response, int status, String header, String to) {
        response.setStatus(status);
        response.setHeader(
                header,
                SignInController.PATH
                        + (to.equals(Destination.HOME) ? "" : "?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8)));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        tokens.removed(request).stream()
                .map(ResponseCookie::toString)
                .forEach(cookie -> response.addHeader(HttpHeaders.SET_COOKIE, cookie));
    }

    /** A form that was sent too late is lost; its page is asked for no more. */
    private static String asked(HttpServletRequest request) {
        var query = request.getQueryString();
        return request.getMethod().equals("GET")
                ? Destination.of(request.getRequestURI() + (query == null ? "" : "?" + query))
                : Destination.HOME;
    }

    /** htmx follows this header whatever the status (htmx 2, response headers). */
    private static boolean isHtmx(HttpServletRequest request) {
        return "true".equals(request.getHeader("HX-Request"));
    }

    private static boolean isPage(HttpServletRequest request) {
        return !request.getRequestURI().startsWith("/v1/") && acceptsHtml(request);
    }

    /** By name: whoever takes anything is a program. */
    private static boolean acceptsHtml(HttpServletRequest request) {
        var accept = request.getHeader(HttpHeaders.ACCEPT);
        try {
            return accept != null
                    && MediaType.parseMediaTypes(List.of(accept)).stream()
                            .anyMatch(type -> type.equalsTypeAndSubtype(MediaType.TEXT_HTML));
        } catch (InvalidMediaTypeException _) {
            return false;
        }
    }
}
