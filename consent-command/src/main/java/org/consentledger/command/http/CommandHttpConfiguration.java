package org.consentledger.command.http;

import io.swagger.v3.oas.models.info.Info;
import java.time.Clock;
import java.util.List;
import org.consentledger.command.desk.CommandDesk;
import org.consentledger.http.problem.ProblemSource;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ReceiptProperties.class)
class CommandHttpConfiguration implements WebMvcConfigurer {

    @Bean
    CommandIntake commandIntake(CommandDesk desk, Clock clock, JsonMapper json, ReceiptProperties properties) {
        return new CommandIntake(desk, clock, json, ReceiptLinks.at(properties.queryUrl()));
    }

    @Bean
    KnownCommands knownCommands(ApplicationContext service) {
        return new KnownCommands(service);
    }

    @Bean
    ProblemSource commandProblems() {
        return new CommandProblems();
    }

    @Bean
    Info commandApi() {
        return new Info()
                .title("Consent ledger: commands")
                .version("v1")
                .description("Records what people consented to, and asks before their data go to somebody.");
    }

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    GlobalOpenApiCustomizer commandOperations() {
        return new CommandOperations();
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new IdempotencyKeyResolver());
    }
}
