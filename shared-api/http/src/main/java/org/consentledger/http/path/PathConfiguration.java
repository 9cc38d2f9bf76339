package org.consentledger.http.path;

import org.consentledger.http.problem.ProblemWriter;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.util.unit.DataSize;

/** Bounds what addresses may hold. */
@Configuration(proxyBeanMethods = false)
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
    FilterRegistrationBean<UriLengthFilter> uriLengthFilter(
            @Value("${http.uri-limit}") DataSize limit, ProblemWriter problems) {
        var registration = new FilterRegistrationBean<>(new UriLengthFilter(limit.toBytes(), problems));
        registration.setOrder(ORDER - 1);
        return registration;
    }
}
