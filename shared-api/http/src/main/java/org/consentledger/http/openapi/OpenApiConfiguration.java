package org.consentledger.http.openapi;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.servers.Server;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.ParameterCustomizer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Describes the interface of the service, under the title that its bean of type {@link Info} gives. */
@Configuration(proxyBeanMethods = false)
public class OpenApiConfiguration implements WebMvcConfigurer {

    /** The server is given relative to the document: its own address, whatever name it is reached by. */
    @Bean
    OpenAPI openApi(ObjectProvider<Info> info) {
        return new OpenAPI()
                .info(info.getIfAvailable(
                        () -> new Info().title("Consent ledger").version("v1")))
                .addServersItem(new Server().url("/").description("this service"));
    }

    @Bean
    GlobalOpenApiCustomizer recordSchemas(ObjectProvider<RequestMappingHandlerMapping> mappings) {
        return new RecordSchemas(mappings);
    }

    @Bean
    GlobalOpenApiCustomizer parameterPatterns() {
        return new ParameterPatterns();
    }

    @Bean
    ParameterCustomizer parameterTexts() {
        return new ParameterTexts();
    }

    @Bean
    GlobalOpenApiCustomizer problemResponses() {
        return new ProblemResponses();
    }

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addViewController("/v1/openapi.yaml").setViewName("forward:/v1/openapi.json.yaml");
    }
}
