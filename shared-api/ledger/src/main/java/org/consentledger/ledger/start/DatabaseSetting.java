package org.consentledger.ledger.start;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.env.Environment;

/** Stops the start before anything is made if no database is named. */
public final class DatabaseSetting implements BeanFactoryPostProcessor {

    private final Environment environment;

    public DatabaseSetting(Environment environment) {
        this.environment = environment;
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beanFactory) {
        if (environment.getProperty("spring.datasource.url", "").isBlank()) {
            throw new SettingException(
                    "LEDGER_DB_URL is not set; it names the ledger's PostgreSQL database, such as"
                            + " jdbc:postgresql://localhost:5432/ledger, with LEDGER_DB_USER and LEDGER_DB_PASSWORD beside it.");
        }
    }
}
