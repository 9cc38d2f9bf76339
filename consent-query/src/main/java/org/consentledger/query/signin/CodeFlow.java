package org.consentledger.query.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.consentledger.http.access.AcceptedTokens;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/** The authorization code flow (RFC 6749, section 4.1; RFC 7636; OpenID Connect Core, section 3.1), by Spring Security. */
@Component
final class CodeFlow {

    private static final Logger LOG = LoggerFactory.getLogger(CodeFlow.class);

    private final OpenIdProvider provider;
    private final SignInProperties properties;
    private final AcceptedTokens tokens;
    private final TokenEndpoint endpoint;

    CodeFlow(OpenIdProvider provider, SignInProperties properties, AcceptedTokens tokens) {
        this.provider = provider;
        this.properties = properties;
        this.tokens = tokens;
        this.endpoint = new TokenEndpoint(properties.resource());
    }

    /**
     * The way to the provider.
     *
     * @param uri where to send the browser
     */
    record Departure(Attempt attempt, URI uri) {}

    /** @throws SignInException if the provider cannot be reached */
    Departure begin(HttpServletRequest request, String redirectUri, String to) {
        var console = provider.console(redirectUri);
        var resolver = new DefaultOAuth2AuthorizationRequestResolver(_ -> console);
        resolver.setAuthorizationRequestCustomizer(sent -> sent.additionalParameters(more -> {
            if (!properties.resource().isBlank()) {
                more.put("resource", properties.resource());
            }
        }));
        var sent = Objects.requireNonNull(resolver.resolve(request, OpenIdProvider.REGISTRATION));
        return new Departure(
                new Attempt(
                        Objects.requireNonNull(sent.getState()),
                        attribute(sent, OidcParameterNames.NONCE),
                        attribute(sent, PkceParameterNames.CODE_VERIFIER),
                        to,
                        redirectUri),
                URI.create(sent.getAuthorizationRequestUri()));
    }

    private static String attribute(OAuth2AuthorizationRequest sent, String name) {
        return Objects.requireNonNull(sent.<String>getAttribute(name), name);
    }

    /**
     * Exchanges the code for tokens, and checks both.
     *
     * @throws SignInException if they do not hold, or the provider cannot be reached
     */
    SignedIn complete(Attempt attempt, String code) {
        var console = provider.console(attempt.redirectUri());
        var signedIn = exchange(console, attempt, code);
        var accessToken = Objects.requireNonNull(signedIn.getAccessToken()).getTokenValue();
        var caller = tokens.caller(accessToken).orElseThrow(() -> {
            LOG.warn("the provider issues access tokens that are not accepted here: look at their issuer, audience,"
                    + " type, and whether they name their client");
            return new SignInException(SignInFailure.TOKEN_NOT_ACCEPTED);
        });
        if (!TokenCookies.fits(accessToken)) {
            LOG.warn("an access token of {} characters does not fit into a cookie", accessToken.length());
            throw new SignInException(SignInFailure.TOKEN_TOO_LARGE);
        }
        var person = (OidcUser) Objects.requireNonNull(signedIn.getPrincipal());
        return new SignedIn(accessToken, person.getIdToken().getTokenValue(), caller.expiresAt());
    }

    private OAuth2LoginAuthenticationToken exchange(ClientRegistration console, Attempt attempt, String code) {
        var asked = new OAuth2LoginAuthenticationToken(
                console, new OAuth2AuthorizationExchange(request(console, attempt), response(attempt, code)));
        try {
            return (OAuth2LoginAuthenticationToken)
                    Objects.requireNonNull(endpoint.authenticationProvider().authenticate(asked));
        } catch (OAuth2AuthenticationException e) {
            throw notProven(e.getError().getErrorCode(), e);
        } catch (OAuth2AuthorizationException e) {
            throw notProven(e.getError().getErrorCode(), e);
        } catch (AuthenticationException e) {
            throw notProven(e.getClass().getSimpleName(), e);
        }
    }

    /** Its words may quote a token: only what kind of error it is. */
    private static SignInException notProven(String error, Exception cause) {
        LOG.warn("somebody did not get in: {}", error);
        return new SignInException(SignInFailure.NOT_PROVEN, cause);
    }

    /** As it was sent. */
    private static OAuth2AuthorizationRequest request(ClientRegistration console, Attempt attempt) {
        return OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri(
                        Objects.requireNonNull(console.getProviderDetails().getAuthorizationUri()))
                .clientId(console.getClientId())
                .redirectUri(attempt.redirectUri())
                .scopes(Set.copyOf(console.getScopes()))
                .state(attempt.state())
                .attributes(Map.of(
                        OidcParameterNames.NONCE,
                        attempt.nonce(),
                        PkceParameterNames.CODE_VERIFIER,
                        attempt.verifier(),
                        OAuth2ParameterNames.REGISTRATION_ID,
                        OpenIdProvider.REGISTRATION))
                .build();
    }

    private static OAuth2AuthorizationResponse response(Attempt attempt, String code) {
        return OAuth2AuthorizationResponse.success(code)
                .redirectUri(attempt.redirectUri())
                .state(attempt.state())
                .build();
    }
}
