package org.consentledger.http.browser;

import org.consentledger.http.problem.ProblemWriter;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;

/** Lets browsers do what they must and no more. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OriginProperties.class)
@Import(SecurityHeadersConfiguration.class)
public class BrowserConfiguration {

    /** After Spring's own measuring, and before anybody asks who calls: a preflight brings no token. */
    private static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 8;

    @Bean
    FilterRegistrationBean<CrossOriginFilter> crossOriginFilter(OriginProperties properties, ProblemWriter problems) {
        var registration = new FilterRegistrationBean<>(
                new CrossOriginFilter(properties.corsOrigins(), properties.ownOrigin(), problems));
        registration.setOrder(ORDER);
        return registration;
    }

    @Bean
    FilterRegistrationBean<DocsPageFilter> docsPageFilter() {
        var registration = new FilterRegistrationBean<>(new DocsPageFilter());
        registration.addUrlPatterns("/v1/swagger-ui/*");
        registration.setOrder(ORDER);
        return registration;
    }
}
