package org.consentledger.http.management;

import java.util.Locale;
import org.consentledger.setting.SettingException;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.env.Environment;

/** Stops the start if both ports are the same: Spring Boot would then have callers and operators in one room. */
final class PortsApart implements BeanFactoryPostProcessor {

    private static final String ANY = "0";

    private final Environment environment;

    PortsApart(Environment environment) {
        this.environment = environment;
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beanFactory) {
        var port = environment.getProperty("server.port", "");
        if (!port.isEmpty() && !port.equals(ANY) && port.equals(environment.getProperty("management.server.port"))) {
            var service = environment
                    .getProperty("spring.application.name", "")
                    .replace("consent-", "")
                    .toUpperCase(Locale.ROOT);
            throw new SettingException(service + "_PORT and " + service + "_MANAGEMENT_PORT are both " + port
                    + ": give each a port of its own.");
        }
    }
}
