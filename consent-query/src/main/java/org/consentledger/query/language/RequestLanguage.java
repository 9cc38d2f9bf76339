package org.consentledger.query.language;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;

/**
 * Which language a request is to be answered in: what was chosen in the browser and lies in a cookie, else the best of
 * Accept-Language. What cannot be read counts for nothing: a language is never worth an error.
 */
public final class RequestLanguage {

    /** The cookie that holds the tag of the chosen language. */
    public static final String COOKIE = "language";

    private RequestLanguage() {}

    public static Language of(HttpServletRequest request) {
        return chosen(request).orElseGet(() -> Language.preferredIn(preferences(request)));
    }

    private static Optional<Language> chosen(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Stream::of)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(Cookie::getValue)
                .findFirst()
                .flatMap(Language::of);
    }

    private static List<Locale.LanguageRange> preferences(HttpServletRequest request) {
        var header = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        try {
            return header == null ? List.of() : Locale.LanguageRange.parse(header);
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }
}
