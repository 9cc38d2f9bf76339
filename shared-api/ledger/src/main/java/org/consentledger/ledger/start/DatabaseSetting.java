package org.consentledger.ledger.start;

import java.util.regex.Pattern;
import org.consentledger.setting.SettingException;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.env.Environment;

/** Stops the start before anything is made if no database is named, or in a way that the guards could not rely on. */
public final class DatabaseSetting implements BeanFactoryPostProcessor {

    /** What stands in the URL goes before what is set: it would log in and take roles on behind the service's back. */
    private static final Pattern LOGIN = Pattern.compile("[?&](user|password|options)=");

    private static final Pattern HOSTS = Pattern.compile("jdbc:postgresql://[^/?]*,.*");

    /** Otherwise a connection may lead to a standby, which takes no writes and may lag behind. */
    private static final Pattern PRIMARY = Pattern.compile("[?&]targetServerType=(primary|master)(&|$)");

    private final Environment environment;

    public DatabaseSetting(Environment environment) {
        this.environment = environment;
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beanFactory) {
        var url = environment.getProperty("spring.datasource.url", "");
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new SettingException(
                    (url.isBlank() ? "LEDGER_DB_URL is not set" : "LEDGER_DB_URL is wrong")
                            + "; it names the ledger's PostgreSQL database, such as"
                            + " jdbc:postgresql://localhost:5432/ledger, with LEDGER_DB_USER and LEDGER_DB_PASSWORD beside it.");
        }
        var login = LOGIN.matcher(url);
        if (login.find()) {
            throw new SettingException("LEDGER_DB_URL sets " + login.group(1)
                    + ", which is not its place: leave it out, and set LEDGER_DB_USER and LEDGER_DB_PASSWORD.");
        }
        if (HOSTS.matcher(url).matches() && !PRIMARY.matcher(url).find()) {
            throw new SettingException(
                    "LEDGER_DB_URL names several hosts, but does not say which of them is to be worked with:"
                            + " end it with ?targetServerType=primary.");
        }
    }
}
