package org.consentledger.http.concurrency;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.consentledger.http.problem.ProblemWriter;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Bounds what is handled at the same time. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ConcurrencyProperties.class)
public class ConcurrencyConfiguration {

    /** Behind the checks of access and rate: who may not ask, or asks too often, takes nobody's place. */
    private static final int ORDER = -80;

    @Bean
    FilterRegistrationBean<ConcurrencyFilter> concurrencyFilter(
            ConcurrencyProperties properties, MeterRegistry meters, ProblemWriter problems) {
        var registration =
                new FilterRegistrationBean<>(new ConcurrencyFilter(properties, turnedAway(meters), problems));
        registration.setOrder(ORDER);
        return registration;
    }

    private static Counter turnedAway(MeterRegistry meters) {
        return Counter.builder("http.concurrency.exceeded")
                .description("Requests answered 503 because too many were being handled")
                .register(meters);
    }
}
