package org.consentledger.query.access;

import java.util.List;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Handlers are told who reads, and callers that they will be asked why. */
@Configuration(proxyBeanMethods = false)
class AccessLogConfiguration implements WebMvcConfigurer {

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Reader.class);
    }

    private final ObjectProvider<PurposeCheck> check;
    private final ObjectProvider<StatedPurpose> stated;

    AccessLogConfiguration(ObjectProvider<PurposeCheck> check, ObjectProvider<StatedPurpose> stated) {
        this.check = check;
        this.stated = stated;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new ReaderResolver(check, stated));
    }

    @Bean
    static ReaderOperations readerOperations() {
        return new ReaderOperations();
    }
}
