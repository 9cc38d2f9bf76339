package org.consentledger.http.drain;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Lets a service leave without anybody losing a request. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DrainProperties.class)
public class DrainConfiguration {

    @Bean
    Drain drain(ApplicationContext service, DrainProperties properties) {
        return new Drain(service, properties.drainDelay());
    }

    @Bean
    FilterRegistrationBean<LeavingFilter> leavingFilter(Drain drain) {
        var registration = new FilterRegistrationBean<>(new LeavingFilter(drain));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }
}
