package org.consentledger.http.access;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.DispatcherType;
import java.util.List;
import org.consentledger.http.problem.ProblemWriter;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Nobody gets in without a token, but to what is the same for every ledger. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AccessProperties.class)
public class AccessConfiguration implements WebMvcConfigurer {

    @Bean
    static IssuerSetting issuerSetting(Environment environment) {
        return new IssuerSetting(environment);
    }

    @Bean
    JwtDecoder jwtDecoder(AccessProperties properties) {
        return TokenChecks.of(properties);
    }

    @Bean
    AcceptedTokens acceptedTokens(JwtDecoder decoder) {
        return new AcceptedTokens(decoder);
    }

    @Bean
    Browsers browsers(ObjectProvider<BrowserAccess> access, Environment environment) {
        return new Browsers(access, environment);
    }

    @Bean
    RejectedTokens rejectedTokens(MeterRegistry meters) {
        return new RejectedTokens(meters);
    }

    @Bean
    AccessProblems accessProblems(ProblemWriter problems, Browsers browsers, RejectedTokens rejected) {
        return new AccessProblems(problems, browsers, rejected);
    }

    @Bean
    AccessOperations accessOperations() {
        return new AccessOperations();
    }

    /** Requests are measured already; to measure each filter besides would cost more than the filters do. */
    @Bean
    SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    /** Paths are judged by the web edge's own rules: a reference for a person may hold a slash or a percent sign. */
    @Bean
    HttpFirewall httpFirewall() {
        return new OwnRules();
    }

    /** Whatever is not asked of the management endpoints. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    SecurityFilterChain serviceAccess(
            HttpSecurity http, AccessProblems problems, Browsers browsers, ProblemWriter writer) throws Exception {
        return withTokens(http, problems)
                .addFilterBefore(new BrowserFilter(browsers, writer), BearerTokenAuthenticationFilter.class)
                .authorizeHttpRequests(requests -> requests
                        // the request that led here has been let in
                        .dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR, DispatcherType.FORWARD)
                        .permitAll()
                        .requestMatchers(PublicPaths.MATCHER)
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .build();
    }

    /** No sessions and no forms: a token comes with each request; where a cookie brings it, BrowserFilter looks who sent it. */
    static HttpSecurity withTokens(HttpSecurity http, AccessProblems problems) throws Exception {
        return http.csrf(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .oauth2ResourceServer(server -> server.bearerTokenResolver(new BearerTokens())
                        .jwt(jwt -> jwt.jwtAuthenticationConverter(new Callers()))
                        .authenticationEntryPoint(problems)
                        .accessDeniedHandler(problems)
                        .withObjectPostProcessor(new FailuresToldBy(problems)));
    }

    private record FailuresToldBy(AccessProblems problems)
            implements ObjectPostProcessor<BearerTokenAuthenticationFilter> {

        @Override
        public <O extends BearerTokenAuthenticationFilter> O postProcess(O filter) {
            filter.setAuthenticationFailureHandler(problems);
            return filter;
        }
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new AccessInterceptor()).order(Ordered.HIGHEST_PRECEDENCE);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new CallerResolver());
    }
}
