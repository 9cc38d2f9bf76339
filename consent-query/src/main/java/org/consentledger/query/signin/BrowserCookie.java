package org.consentledger.query.signin;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * Cookies that no script reads and no other site makes a browser send with what changes something (RFC 6265bis). Where
 * browsers speak TLS, their names begin with {@code __Host-}: no other host can have set them.
 */
@Component
final class BrowserCookie {

    /** So many bytes of name and value every browser takes (RFC 6265, section 6.1), with some left for attributes. */
    static final int BYTES_MAX = 3_900;

    private static final String HOST_PREFIX = "__Host-";

    private final PublicAddress address;

    BrowserCookie(PublicAddress address) {
        this.address = address;
    }

    Optional<String> read(HttpServletRequest request, String name) {
        var full = fullName(request, name);
        return all(request)
                .filter(cookie -> cookie.getName().equals(full))
                .map(Cookie::getValue)
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    /** Names of those that a browser has, without prefix. */
    Stream<String> names(HttpServletRequest request, String beginning) {
        var full = fullName(request, beginning);
        return all(request)
                .map(Cookie::getName)
                .filter(name -> name.startsWith(full))
                .map(name -> beginning + name.substring(full.length()));
    }

    ResponseCookie kept(HttpServletRequest request, String name, String value, Duration kept) {
        return ResponseCookie.from(fullName(request, name), value)
                .path("/")
                .maxAge(kept)
                .httpOnly(true)
                .secure(address.isSecure(request))
                .sameSite("Lax")
                .build();
    }

    ResponseCookie removed(HttpServletRequest request, String name) {
        return kept(request, name, "", Duration.ZERO);
    }

    private String fullName(HttpServletRequest request, String name) {
        return address.isSecure(request) ? HOST_PREFIX + name : name;
    }

    private static Stream<Cookie> all(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies()).flatMap(Stream::of);
    }
}
