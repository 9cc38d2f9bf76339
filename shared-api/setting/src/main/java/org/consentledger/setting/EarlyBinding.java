package org.consentledger.setting;

import java.util.Arrays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.BeansException;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Binds every setting of ours before anything else is made: what is wrong is said before a database is touched, and in one
 * sentence.
 */
final class EarlyBinding implements BeanFactoryPostProcessor, Ordered {

    private static final Logger LOG = LoggerFactory.getLogger(EarlyBinding.class);

    /** Spring Boot names what it binds by prefix and class. */
    private static final String OURS = "-org.consentledger.";

    private final ConfigurableEnvironment environment;

    EarlyBinding(ConfigurableEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    /** @throws SettingException if a value is wrong, or a variable's name is nearly one of ours */
    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beanFactory) {
        var strangers = UnknownVariables.in(environment.getSystemEnvironment());
        strangers.stream()
                .filter(UnknownVariables.Stranger::isMisspelt)
                .findFirst()
                .ifPresent(misspelt -> {
                    throw new SettingException(misspelt.told());
                });
        strangers.forEach(stranger -> LOG.warn("{}", stranger.told()));
        Arrays.stream(beanFactory.getBeanDefinitionNames())
                .filter(name -> name.contains(OURS))
                .forEach(name -> bind(beanFactory, name));
    }

    private static void bind(ConfigurableListableBeanFactory beanFactory, String name) {
        try {
            var _ = beanFactory.getBean(name);
        } catch (BeansException e) {
            throw WrongValue.of(e).<RuntimeException>map(wrong -> wrong).orElse(e);
        }
    }
}
