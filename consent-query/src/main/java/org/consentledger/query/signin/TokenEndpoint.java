package org.consentledger.query.signin;

import java.util.Objects;
import java.util.Set;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/** Where the code is exchanged, and how the ID token that comes back is checked (OpenID Connect Core, section 3.1.3.7). */
final class TokenEndpoint {

    /** Signatures of asymmetric keys alone, as of access tokens (RFC 8725, section 3.1). */
    private static final Set<SignatureAlgorithm> ALGORITHMS = Set.of(SignatureAlgorithm.values());

    private final AuthenticationProvider provider;

    /** @param resource what the token is for (RFC 8707); empty to leave that to the provider */
    TokenEndpoint(String resource) {
        var client = new RestClientAuthorizationCodeTokenResponseClient();
        client.setRestClient(RestClient.builder()
                .requestFactory(OpenIdProvider.connections())
                .configureMessageConverters(converters -> converters
                        .registerDefaults()
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
        if (!resource.isBlank()) {
            client.addParametersConverter(_ -> {
                var more = new LinkedMultiValueMap<String, String>();
                more.add("resource", resource);
                return more;
            });
        }
        // who it is stands in the ID token: no further question
        var openId = new OidcAuthorizationCodeAuthenticationProvider(
                client, request -> new DefaultOidcUser(Set.of(), request.getIdToken()));
        openId.setJwtDecoderFactory(TokenEndpoint::idTokens);
        this.provider = openId;
    }

    AuthenticationProvider authenticationProvider() {
        return provider;
    }

    private static JwtDecoder idTokens(ClientRegistration console) {
        var decoder = NimbusJwtDecoder.withJwkSetUri(
                        Objects.requireNonNull(console.getProviderDetails().getJwkSetUri()))
                .jwsAlgorithms(algorithms -> algorithms.addAll(ALGORITHMS))
                .restOperations(new RestTemplate(OpenIdProvider.connections()))
                .build();
        decoder.setJwtValidator(new OidcIdTokenValidator(console));
        return decoder;
    }
}
