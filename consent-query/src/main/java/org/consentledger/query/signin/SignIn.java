package org.consentledger.query.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.consentledger.http.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Somebody's way in and out. What has to be remembered on it, their browser remembers. */
@Component
@EnableConfigurationProperties(SignInProperties.class)
final class SignIn {

    private static final Logger LOG = LoggerFactory.getLogger(SignIn.class);

    private static final String CALLBACK = SignInController.PATH + "/callback";

    private final SignInProperties properties;
    private final PublicAddress address;
    private final OpenIdProvider provider;
    private final CodeFlow flow;
    private final Attempts attempts;
    private final TokenCookies tokens;
    private final KeptPurposes purposes;
    private final BrowserCookie cookies;

    SignIn(
            SignInProperties properties,
            PublicAddress address,
            OpenIdProvider provider,
            CodeFlow flow,
            Attempts attempts,
            TokenCookies tokens,
            KeptPurposes purposes,
            BrowserCookie cookies) {
        this.properties = properties;
        this.address = address;
        this.provider = provider;
        this.flow = flow;
        this.attempts = attempts;
        this.tokens = tokens;
        this.purposes = purposes;
        this.cookies = cookies;
    }

    /** @param uri where to send the browser */
    record Departure(URI uri, List<ResponseCookie> cookies) {}

    /** @param to where to send the browser, if nothing failed */
    record Arrival(String to, List<ResponseCookie> cookies, Optional<SignInFailure> failure) {}

    boolean isOn() {
        return properties.isOn();
    }

    boolean hasPurpose(HttpServletRequest request) {
        return purposes.of(request).isPresent();
    }

    ResponseCookie keepPurpose(HttpServletRequest request, String purpose) {
        return purposes.keep(request, purpose);
    }

    /** The same page under the name by which the provider knows the console: a cookie of another name would be missed later. */
    Optional<URI> otherName(HttpServletRequest request, String to) {
        return isOn()
                ? address.otherName(request)
                        .map(origin -> URI.create(origin + SignInController.PATH + "?to="
                                + URLEncoder.encode(to, StandardCharsets.UTF_8)))
                : Optional.empty();
    }

    /** @throws SignInException if there is no way to the provider */
    Departure begin(HttpServletRequest request, String to) {
        if (!isOn()) {
            throw new SignInException(SignInFailure.OFF);
        }
        var origin = address.of(request).orElseThrow(() -> new SignInException(SignInFailure.ADDRESS_UNKNOWN));
        var departure = flow.begin(request, origin + CALLBACK, to);
        return new Departure(departure.uri(), attempts.keep(request, departure.attempt()));
    }

    Arrival complete(
            HttpServletRequest request, @Nullable String state, @Nullable String code, @Nullable String issuer) {
        var attempt = Optional.ofNullable(state).flatMap(sent -> attempts.of(request, sent));
        if (attempt.isEmpty()) {
            return new Arrival(Destination.HOME, List.of(), Optional.of(SignInFailure.UNKNOWN_ATTEMPT));
        }
        var to = attempt.get().to();
        var done = List.of(attempts.done(request, attempt.get().state()));
        // an answer of another provider (RFC 9207)
        if (issuer != null && !issuer.equals(provider.issuer())) {
            return new Arrival(to, done, Optional.of(SignInFailure.NOT_PROVEN));
        }
        if (code == null) {
            return new Arrival(to, done, Optional.of(SignInFailure.DENIED));
        }
        try {
            var signedIn = flow.complete(attempt.get(), code);
            return new Arrival(
                    to,
                    Stream.concat(done.stream(), tokens.keep(request, signedIn).stream())
                            .toList(),
                    Optional.empty());
        } catch (SignInException e) {
            return new Arrival(to, done, Optional.of(e.failure()));
        } catch (ProblemException e) {
            LOG.warn("the issuer's keys cannot be fetched");
            return new Arrival(to, done, Optional.of(SignInFailure.PROVIDER_AWAY));
        }
    }

    /** Nothing that a browser keeps lets anybody in any more, nor does an attempt that another tab has begun. */
    List<ResponseCookie> signedOut(HttpServletRequest request) {
        return Stream.of(
                        tokens.removed(request).stream(),
                        Stream.of(cookies.removed(request, KeptPurposes.COOKIE)),
                        attempts.forgotten(request))
                .flatMap(removed -> removed)
                .toList();
    }

    /** Where to end the session at the provider too (OpenID Connect RP-Initiated Logout); empty if it takes nobody there. */
    Optional<URI> endOfSession(HttpServletRequest request) {
        try {
            return isOn() ? provider.endSession().map(endpoint -> endOfSession(request, endpoint)) : Optional.empty();
        } catch (SignInException e) {
            // signed out of the console they are all the same
            return Optional.empty();
        }
    }

    private URI endOfSession(HttpServletRequest request, String endpoint) {
        var uri = UriComponentsBuilder.fromUriString(endpoint).queryParam("client_id", "{client}");
        address.of(request)
                .ifPresent(origin -> uri.queryParam("post_logout_redirect_uri", origin + SignInController.PATH));
        tokens.idToken(request).ifPresent(token -> uri.queryParam("id_token_hint", token));
        return uri.encode().buildAndExpand(properties.clientId()).toUri();
    }
}
