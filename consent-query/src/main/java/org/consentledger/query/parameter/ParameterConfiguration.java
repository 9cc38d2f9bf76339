package org.consentledger.query.parameter;

import org.consentledger.query.knowledge.KnownAt;
import org.consentledger.subject.SubjectId;
import org.springframework.boot.tomcat.TomcatConnectorCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.WebContentInterceptor;

/** How requests are read, and what caches may do with the answers. */
@Configuration(proxyBeanMethods = false)
class ParameterConfiguration implements WebMvcConfigurer {

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        // an OpenID provider answers there, with parameters of its own besides
        registry.addInterceptor(new ParameterGuard()).excludePathPatterns("/sign-in/callback");
        registry.addInterceptor(notStored()).addPathPatterns("/v1/**");
    }

    /** Answers hold personal data and change with the next event: no cache on the way may keep them. */
    private static WebContentInterceptor notStored() {
        var interceptor = new WebContentInterceptor();
        interceptor.setCacheControl(CacheControl.noStore());
        return interceptor;
    }

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(String.class, KnownAt.class, (Converter<String, KnownAt>) KnownAt::parse);
        registry.addConverter(String.class, SubjectId.class, (Converter<String, SubjectId>) SubjectId::new);
    }

    /** A subject's reference is a path segment and may hold an encoded slash, which Tomcat turns away by default. */
    @Bean
    TomcatConnectorCustomizer encodedSlashesInPaths() {
        return connector -> {
            connector.setEncodedSolidusHandling("passthrough");
            connector.setEncodedReverseSolidusHandling("passthrough");
        };
    }
}
