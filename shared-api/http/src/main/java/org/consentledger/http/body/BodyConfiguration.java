package org.consentledger.http.body;

import jakarta.validation.Validator;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.consentledger.http.connection.ConnectionProperties;
import org.consentledger.http.problem.ProblemWriter;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.converter.ByteArrayHttpMessageConverter;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.http.converter.ResourceHttpMessageConverter;
import org.springframework.http.converter.StringHttpMessageConverter;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** Bounds bodies and reads them. */
@Configuration(proxyBeanMethods = false)
public class BodyConfiguration {

    /** After the request's id and Spring's own measuring, so that a body turned away is counted too. */
    private static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 10;

    @Bean
    FilterRegistrationBean<BodyLimitFilter> bodyLimitFilter(
            ConnectionProperties properties, ProblemWriter problems, ObjectProvider<StreamedBody> streamed) {
        var limits = new BodyLimits(properties.bodyLimit().toBytes(), properties.bodyDeadline());
        var registration = new FilterRegistrationBean<>(
                new BodyLimitFilter(limits, problems, streamed.orderedStream().toList()));
        registration.setOrder(ORDER);
        return registration;
    }

    /** A caller that asks whether to send its body (Expect: 100-continue) gets no yes before the limit was looked at. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> bodiesAreAskedForWhenRead() {
        return factory -> factory.addProtocolHandlerCustomizers(handler -> {
            if (handler instanceof AbstractHttp11Protocol<?> http) {
                http.setContinueResponseTiming("onRead");
            }
        });
    }

    @Bean
    BodyReader bodyReader(JsonMapper json, Validator validator) {
        return new BodyReader(json, validator);
    }

    @Bean
    WebMvcConfigurer bodyConverters(JsonMapper json, BodyReader reader) {
        var converter = new BodyConverter(json, reader);
        return new BodyConverters(converter);
    }

    /** JSON and no other format, whatever libraries happen to lie on the class path. */
    private record BodyConverters(BodyConverter json) implements WebMvcConfigurer, Ordered {

        @Override
        public int getOrder() {
            return LOWEST_PRECEDENCE;
        }

        @Override
        public void configureMessageConverters(HttpMessageConverters.ServerBuilder builder) {
            builder.withJsonConverter(json);
            builder.configureMessageConvertersList(
                    converters -> converters.removeIf(converter -> !(converter instanceof BodyConverter
                            || converter instanceof ByteArrayHttpMessageConverter
                            || converter instanceof StringHttpMessageConverter
                            || converter instanceof ResourceHttpMessageConverter)));
        }
    }
}
