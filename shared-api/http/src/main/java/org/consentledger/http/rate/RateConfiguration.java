package org.consentledger.http.rate;

import io.micrometer.core.instrument.MeterRegistry;
import java.security.Principal;
import java.util.Optional;
import org.consentledger.http.problem.ProblemWriter;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keeps one caller from taking what all need. Spring Security's filters have order -100; who calls is known behind them. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RateProperties.class)
public class RateConfiguration {

    private static final int BEFORE_ACCESS_IS_CHECKED = -110;
    private static final int AFTER_ACCESS_IS_CHECKED = -90;

    private static final ClientIdentity PRINCIPAL = request -> Optional.ofNullable(request.getUserPrincipal())
            .map(Principal::getName)
            .orElse(null);

    @Bean
    TurnedAway turnedAway(MeterRegistry meters, ProblemWriter problems) {
        return new TurnedAway(meters, problems);
    }

    @Bean
    FilterRegistrationBean<FailedAuthenticationFilter> failedAuthenticationFilter(
            RateProperties properties, TurnedAway turnedAway) {
        var registration = new FilterRegistrationBean<>(
                new FailedAuthenticationFilter(properties.failedAuthentications(), turnedAway));
        registration.setOrder(BEFORE_ACCESS_IS_CHECKED);
        return registration;
    }

    @Bean
    FilterRegistrationBean<RateLimitFilter> rateLimitFilter(
            RateProperties properties, ObjectProvider<ClientIdentity> identity, TurnedAway turnedAway) {
        var registration = new FilterRegistrationBean<>(
                new RateLimitFilter(identity.getIfAvailable(() -> PRINCIPAL), properties.rateLimit(), turnedAway));
        registration.setOrder(AFTER_ACCESS_IS_CHECKED);
        return registration;
    }
}
