package org.consentledger.http.path;

import org.consentledger.http.problem.ProblemWriter;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Bounds what addresses may hold. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PathProperties.class)
public class PathConfiguration {

    /** After the request's id and Spring's own measuring, so that a request turned away is counted too. */
    private static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 9;

    @Bean
    FilterRegistrationBean<VersionFilter> versionFilter(ProblemWriter problems) {
        var registration = new FilterRegistrationBean<>(new VersionFilter(problems));
        registration.setOrder(ORDER);
        return registration;
    }

    @Bean
    FilterRegistrationBean<QueryTextFilter> queryTextFilter(ProblemWriter problems) {
        var registration = new FilterRegistrationBean<>(new QueryTextFilter(problems));
        registration.setOrder(ORDER);
        return registration;
    }

    @Bean
    FilterRegistrationBean<PathParameterFilter> pathParameterFilter(ProblemWriter problems) {
        var registration = new FilterRegistrationBean<>(new PathParameterFilter(problems));
        registration.setOrder(ORDER);
        return registration;
    }

    @Bean
    FilterRegistrationBean<UriLengthFilter> uriLengthFilter(PathProperties properties, ProblemWriter problems) {
        var registration = new FilterRegistrationBean<>(
                new UriLengthFilter(properties.uriLimit().toBytes(), problems));
        registration.setOrder(ORDER - 1);
        return registration;
    }
}
