package org.consentledger.http.problem;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.util.function.SingletonSupplier;
import tools.jackson.databind.json.JsonMapper;

/** Leaves no way for an error to reach a caller but as a problem. */
@Configuration(proxyBeanMethods = false)
public class ProblemConfiguration {

    @Bean
    ProblemWriter problemWriter(
            JsonMapper json, ObjectProvider<ProblemPage> pages, ObjectProvider<ProblemWatch> watches) {
        // looked for with the first problem: one of them may need the writer
        var told = SingletonSupplier.of(() -> watches.stream().toList());
        return new ProblemWriter(json, pages::orderedStream, () -> told.obtain().stream());
    }

    @Bean
    Problems problems(List<ProblemSource> sources) {
        return new Problems(sources);
    }

    @Bean
    ProblemAdvice problemAdvice(Problems problems, ProblemWriter writer) {
        return new ProblemAdvice(problems, writer);
    }

    @Bean
    ProblemSource databaseOutage() {
        return new DatabaseOutage();
    }

    @Bean
    ContainerErrors containerErrors(ProblemWriter writer) {
        return new ContainerErrors(writer);
    }

    /** Last, so that the valve stands inside the one that Spring Boot adds and answers first. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> unroutedErrors(ProblemWriter writer) {
        return factory -> factory.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new UnroutedErrors(writer)));
    }
}
