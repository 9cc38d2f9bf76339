package org.consentledger.query.console;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How light the pages are. */
public enum Theme {
    /** As the reader's system is. */
    SYSTEM,
    LIGHT,
    DARK;

    /** The cookie that holds what was chosen. */
    static final String COOKIE = "theme";

    /** The value of {@code data-theme} in a page, of the cookie, and of the form's field. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Theme> of(String id) {
        return Stream.of(values()).filter(theme -> theme.id().equals(id)).findFirst();
    }

    /** What was chosen in the browser; what cannot be read counts for nothing. */
    static Theme of(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Stream::of)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(Cookie::getValue)
                .findFirst()
                .flatMap(Theme::of)
                .orElse(SYSTEM);
    }
}
