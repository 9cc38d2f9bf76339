package org.consentledger.query.console;

import jakarta.servlet.Filter;
import java.util.List;
import org.consentledger.http.problem.ProblemPage;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Handlers are told about the visit, forms are read as browsers send them, and problems become pages. */
@Configuration(proxyBeanMethods = false)
class ConsoleConfiguration implements WebMvcConfigurer {

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Visit.class);
    }

    private final Visits visits;

    ConsoleConfiguration(Visits visits) {
        this.visits = visits;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new VisitResolver(visits));
    }

    @Bean
    static FilterRegistrationBean<Filter> blankFields() {
        var registration = new FilterRegistrationBean<Filter>(new BlankFieldsFilter());
        registration.setOrder(Ordered.LOWEST_PRECEDENCE);
        return registration;
    }

    @Bean
    static ProblemPage problemPages(Visits visits, ObjectProvider<ConsolePages> pages) {
        return new ProblemPages(visits, pages);
    }
}
