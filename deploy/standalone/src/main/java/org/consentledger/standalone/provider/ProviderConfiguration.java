package org.consentledger.standalone.provider;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.util.List;
import java.util.UUID;
import org.consentledger.http.browser.SecurityHeadersConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.InMemoryOAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;

/** Spring Authorization Server for one client, the console, and the people of this machine's ledger. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
@ImportAutoConfiguration({
    TomcatServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    SecurityFilterAutoConfiguration.class
})
@Import({SecurityHeadersConfiguration.class, SignInPage.class})
class ProviderConfiguration {

    static final String SIGN_IN = "/sign-in";

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    SecurityFilterChain protocol(HttpSecurity http) throws Exception {
        return http.oauth2AuthorizationServer(server -> {
                    http.securityMatcher(server.getEndpointsMatcher());
                    server.oidc(openId ->
                            openId.providerConfigurationEndpoint(discovery -> discovery.providerConfigurationCustomizer(
                                    document -> document.idTokenSigningAlgorithms(algorithms -> {
                                        algorithms.clear();
                                        algorithms.add(SignatureAlgorithm.ES256.getName());
                                    }))));
                })
                .headers(headers -> headers.disable())
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint(SIGN_IN)))
                .build();
    }

    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    SecurityFilterChain people(HttpSecurity http, ProviderSettings settings) throws Exception {
        return http.headers(headers -> headers.disable())
                .authenticationProvider(new Passwords(settings.people()))
                .authorizeHttpRequests(requests -> requests.requestMatchers(SIGN_IN, "/style/**")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .formLogin(form -> form.loginPage(SIGN_IN)
                        .failureHandler(new SignInFailures())
                        .permitAll())
                .logout(Customizer.withDefaults())
                .build();
    }

    @Bean
    RegisteredClientRepository clients(ProviderSettings settings) {
        var console = RegisteredClient.withId(UUID.randomUUID().toString())
                .clientId(ProviderSettings.CLIENT)
                .clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(settings.redirectUri())
                .postLogoutRedirectUri(settings.signedOutUri())
                .scope(OidcScopes.OPENID)
                .scopes(scopes -> settings.people().forEach(person -> scopes.addAll(person.scopes())))
                .clientSettings(ClientSettings.builder()
                        .requireProofKey(true)
                        .requireAuthorizationConsent(false)
                        .build())
                .tokenSettings(TokenSettings.builder()
                        .accessTokenTimeToLive(settings.tokenLifetime())
                        .idTokenSignatureAlgorithm(SignatureAlgorithm.ES256)
                        .build())
                .build();
        return new InMemoryRegisteredClientRepository(console);
    }

    @Bean
    OAuth2AuthorizationService authorizations(ProviderSettings settings) {
        return new OwnScopes(new InMemoryOAuth2AuthorizationService(), settings.people());
    }

    @Bean
    AuthorizationServerSettings serverSettings(ProviderSettings settings) {
        return AuthorizationServerSettings.builder()
                .issuer(settings.issuer().name())
                .build();
    }

    @Bean
    JWKSource<SecurityContext> keys(ProviderSettings settings) {
        return new ImmutableJWKSet<>(new JWKSet(List.of(settings.issuer().key())));
    }

    /** It reads its own tokens where somebody asks who they are. */
    @Bean
    JwtDecoder ownTokens(JWKSource<SecurityContext> keys) {
        return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
    }

    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> accessTokens() {
        return new AccessTokens();
    }
}
