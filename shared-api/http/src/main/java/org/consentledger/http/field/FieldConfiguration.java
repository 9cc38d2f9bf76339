package org.consentledger.http.field;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.validation.beanvalidation.LocalValidatorFactoryBean;

/** Bean Validation that answers every caller in the same words. */
@Configuration(proxyBeanMethods = false)
public class FieldConfiguration {

    /** Takes the place of the validator that Spring Boot would make. */
    @Bean
    static LocalValidatorFactoryBean validator() {
        var validator = new LocalValidatorFactoryBean();
        validator.setMessageInterpolator(new PlainEnglish());
        return validator;
    }
}
