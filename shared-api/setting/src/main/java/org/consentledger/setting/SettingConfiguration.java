package org.consentledger.setting;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.ConfigurableEnvironment;

/** Has all settings bound and validated first. */
@Configuration(proxyBeanMethods = false)
public class SettingConfiguration {

    @Bean
    static EarlyBinding earlyBinding(ConfigurableEnvironment environment) {
        return new EarlyBinding(environment);
    }
}
