package org.consentledger.query.signin;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.consentledger.query.html.HtmlPages;
import org.consentledger.query.language.Language;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** The pages before and after the console. */
@Component
final class SignInPages {

    /**
     * Its forms go to the console alone. A browser holds to form-action also where a form's answer redirects to, and nobody
     * knows which hosts a provider leads through: so {@link #leaving} is a page of its own, and no redirect.
     */
    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /** Other hosts learn nothing; without any, a browser would hide the origin of its own forms from the console. */
    private static final String REFERRER_POLICY = "same-origin";

    private static final int UNPROCESSABLE = 422;

    private final HtmlPages pages;
    private final SignInProperties properties;
    private final String provider;

    SignInPages(HtmlPages pages, SignInProperties properties, OpenIdProvider provider) {
        this.pages = pages;
        this.properties = properties;
        this.provider = Optional.ofNullable(URI.create(provider.issuer()).getAuthority())
                .orElse(provider.issuer());
    }

    ResponseEntity<String> asking(Language language, String to) {
        return answer(200, page(language, to), language, List.of());
    }

    ResponseEntity<String> purposeNotGood(Language language, String to, String purpose) {
        return answer(UNPROCESSABLE, page(language, to).withPurpose(purpose), language, List.of());
    }

    ResponseEntity<String> failed(Language language, String to, SignInFailure failure, List<ResponseCookie> cookies) {
        return answer(failure.status(), page(language, to).with(Optional.of(failure)), language, cookies);
    }

    /** On the way to the provider; a browser goes on by itself. */
    ResponseEntity<String> leaving(Language language, String key, URI uri, List<ResponseCookie> cookies) {
        return with(
                200,
                pages.answer(
                        "signin/leaving",
                        language,
                        Map.of("lang", language.tag(), "key", key, "uri", uri.toString(), "provider", provider)),
                cookies);
    }

    private SignInPage page(Language language, String to) {
        return SignInPage.of(language.tag(), properties.isOn(), provider, to);
    }

    private ResponseEntity<String> answer(
            int status, SignInPage page, Language language, List<ResponseCookie> cookies) {
        return with(status, pages.answer("signin/sign-in", language, page), cookies);
    }

    private static ResponseEntity<String> with(int status, ResponseEntity<String> page, List<ResponseCookie> cookies) {
        return ResponseEntity.status(HttpStatusCode.valueOf(status))
                .headers(headers -> {
                    headers.putAll(page.getHeaders());
                    headers.set("Content-Security-Policy", CONTENT_SECURITY_POLICY);
                    headers.set("Referrer-Policy", REFERRER_POLICY);
                    cookies.forEach(cookie -> headers.add(HttpHeaders.SET_COOKIE, cookie.toString()));
                })
                .body(page.getBody());
    }
}
