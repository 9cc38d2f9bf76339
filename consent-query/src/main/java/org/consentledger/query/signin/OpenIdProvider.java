package org.consentledger.query.signin;

import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * The issuer as those know it who sign in with it (OpenID Connect Discovery, section 4). Asked when somebody first signs
 * in: the service starts without it.
 */
@Component
final class OpenIdProvider {

    static final String REGISTRATION = "console";

    private static final Duration CONNECTED_WITHIN = Duration.ofSeconds(2);
    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(5);
    private static final Duration DESCRIPTION_KEPT = Duration.ofMinutes(5);
    private static final ParameterizedTypeReference<Map<String, Object>> DOCUMENT =
            new ParameterizedTypeReference<>() {};

    private final SignInProperties properties;
    private final String issuer;
    private volatile @Nullable Description description;

    private record Description(Map<String, Object> document, Instant until) {}

    OpenIdProvider(SignInProperties properties, @Value("${access.issuer}") String issuer) {
        this.properties = properties;
        this.issuer = issuer;
    }

    String issuer() {
        return issuer;
    }

    /** Bounded in time: somebody waits. */
    static JdkClientHttpRequestFactory connections() {
        var connections = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .connectTimeout(CONNECTED_WITHIN)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build());
        connections.setReadTimeout(ANSWERED_WITHIN);
        return connections;
    }

    /**
     * The console at the provider.
     *
     * @param redirectUri where the provider answers
     * @throws SignInException if the provider cannot be reached
     */
    ClientRegistration console(String redirectUri) {
        var secret = properties.clientSecret();
        try {
            var registration = ClientRegistrations.fromOidcConfiguration(described())
                    .registrationId(REGISTRATION)
                    .clientId(properties.clientId())
                    .scope(properties.scopeList())
                    .redirectUri(redirectUri)
                    .clientSettings(ClientRegistration.ClientSettings.builder()
                            .requireProofKey(true)
                            .build());
            return secret.isBlank()
                    ? registration
                            .clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
                            .build()
                    : registration.clientSecret(secret).build();
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw new SignInException(SignInFailure.PROVIDER_AWAY, e);
        }
    }

    /** Where it takes those who sign out; empty if it does not. */
    Optional<String> endSession() {
        return Optional.ofNullable(described().get("end_session_endpoint")).map(String::valueOf);
    }

    private Map<String, Object> described() {
        var known = description;
        if (known == null || known.until().isBefore(Instant.now())) {
            known = new Description(fetch(), Instant.now().plus(DESCRIPTION_KEPT));
            description = known;
        }
        return known.document();
    }

    /** Whoever describes another issuer is not ours (OpenID Connect Discovery, section 4.3). */
    private Map<String, Object> fetch() {
        try {
            var document = RestClient.builder()
                    .requestFactory(connections())
                    .build()
                    .get()
                    .uri(issuer.replaceFirst("/$", "") + "/.well-known/openid-configuration")
                    .retrieve()
                    .body(DOCUMENT);
            if (!issuer.equals(Objects.requireNonNull(document).get("issuer"))) {
                throw new SignInException(SignInFailure.PROVIDER_AWAY);
            }
            return document;
        } catch (RestClientException | IllegalArgumentException | NullPointerException e) {
            throw new SignInException(SignInFailure.PROVIDER_AWAY, e);
        }
    }
}
