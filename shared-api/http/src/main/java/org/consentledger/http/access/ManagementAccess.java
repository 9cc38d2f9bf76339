package org.consentledger.http.access;

import java.util.stream.Stream;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Who may use the management endpoints: whoever runs the service. Anybody who can reach the port may ask whether it is
 * alive, as whatever keeps it running must.
 */
@Configuration(proxyBeanMethods = false)
public class ManagementAccess {

    /** By their addresses too: how Spring Boot finds endpoints leaves out HEAD of their list. */
    private static final RequestMatcher ENDPOINTS = new OrRequestMatcher(
            EndpointRequest.toAnyEndpoint(),
            PathPatternRequestMatcher.withDefaults().matcher("/actuator"),
            PathPatternRequestMatcher.withDefaults().matcher("/actuator/**"));

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    SecurityFilterChain endpointAccess(HttpSecurity http, AccessProblems problems, AccessProperties access)
            throws Exception {
        var trusted = TrustedNetworks.of(access.metricsFrom());
        return AccessConfiguration.withTokens(http.securityMatcher(ENDPOINTS), problems)
                .authorizeHttpRequests(requests -> requests.requestMatchers(EndpointRequest.to(HealthEndpoint.class))
                        .permitAll()
                        .requestMatchers(EndpointRequest.to("prometheus"))
                        .access((caller, context) -> new AuthorizationDecision(
                                trusted.stream().anyMatch(network -> network.matches(context.getRequest()))
                                        || mayOperate(caller.get().getAuthorities().stream()
                                                .map(String::valueOf))))
                        .anyRequest()
                        .hasAuthority(Scope.OPERATE.authority()))
                .build();
    }

    private static boolean mayOperate(Stream<String> authorities) {
        return authorities.anyMatch(Scope.OPERATE.authority()::equals);
    }
}
