package org.consentledger.setting;

import jakarta.validation.Validation;
import java.util.Arrays;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.validation.ValidationBindHandler;
import org.springframework.boot.validation.MessageInterpolatorFactory;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.util.ClassUtils;
import org.springframework.validation.beanvalidation.SpringValidatorAdapter;

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
        try (var factory = Validation.byDefaultProvider()
                .configure()
                .messageInterpolator(new MessageInterpolatorFactory().getObject())
                .buildValidatorFactory()) {
            var validated = new ValidationBindHandler(new SpringValidatorAdapter(factory.getValidator()));
            Arrays.stream(beanFactory.getBeanDefinitionNames())
                    .filter(name -> name.contains(OURS))
                    .forEach(name -> bind(type(beanFactory, name), validated));
        }
    }

    /** With a validator of its own: Spring Boot's asks the context for messages, which has none yet. */
    private void bind(Class<?> type, BindHandler validated) {
        var prefix = Objects.requireNonNull(type.getAnnotation(ConfigurationProperties.class))
                .value();
        try {
            var _ = Binder.get(environment).bindOrCreate(prefix, Bindable.of(type), validated);
        } catch (BindException e) {
            throw WrongValue.of(e).<RuntimeException>map(wrong -> wrong).orElse(e);
        }
    }

    private static Class<?> type(ConfigurableListableBeanFactory beanFactory, String name) {
        return ClassUtils.resolveClassName(name.substring(name.indexOf(OURS) + 1), beanFactory.getBeanClassLoader());
    }
}
