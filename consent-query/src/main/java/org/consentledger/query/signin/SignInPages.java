package org.consentledger.query.signin;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.consentledger.query.console.ConsolePages;
import org.consentledger.query.console.Visit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** The pages before and after the console. */
@Component
final class SignInPages {

    private final ConsolePages pages;
    private final SignInProperties properties;
    private final String provider;

    SignInPages(ConsolePages pages, SignInProperties properties, OpenIdProvider provider) {
        this.pages = pages;
        this.properties = properties;
        this.provider = Optional.ofNullable(URI.create(provider.issuer()).getAuthority())
                .orElse(provider.issuer());
    }

    ResponseEntity<String> asking(Visit visit, String to) {
        return signIn(visit, HttpStatus.OK, to, "", false, null);
    }

    ResponseEntity<String> purposeNotGood(Visit visit, String to, String purpose) {
        return signIn(visit, HttpStatus.UNPROCESSABLE_CONTENT, to, purpose, true, null);
    }

    ResponseEntity<String> failed(Visit visit, String to, SignInFailure failure, List<ResponseCookie> cookies) {
        return with(
                signIn(visit, HttpStatusCode.valueOf(failure.status()), to, "", false, failure.key()),
                headers -> add(headers, cookies));
    }

    private ResponseEntity<String> signIn(
            Visit visit,
            HttpStatusCode status,
            String to,
            String purpose,
            boolean purposeFault,
            @Nullable String failure) {
        return pages.page(
                visit,
                status,
                "signin/sign-in",
                new SignInPage(properties.isOn(), provider, to, purpose, purposeFault, failure));
    }

    /**
     * On the way to the provider; a browser goes on by itself. No redirect: a browser holds to form-action wherever a form's
     * answer redirects to, and nobody knows which hosts a provider leads through.
     */
    ResponseEntity<String> leaving(Visit visit, String key, URI uri, List<ResponseCookie> cookies) {
        return with(pages.page(visit, "signin/leaving", new Leaving(key, uri.toString(), provider)), headers -> {
            headers.set("Refresh", "0; url=" + uri.toASCIIString());
            add(headers, cookies);
        });
    }

    private static void add(HttpHeaders headers, List<ResponseCookie> cookies) {
        cookies.forEach(cookie -> headers.add(HttpHeaders.SET_COOKIE, cookie.toString()));
    }

    private static ResponseEntity<String> with(ResponseEntity<String> page, Consumer<HttpHeaders> more) {
        return ResponseEntity.status(page.getStatusCode())
                .headers(page.getHeaders())
                .headers(more)
                .body(page.getBody());
    }
}
