package org.consentledger.http.access;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import org.consentledger.setting.SettingException;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.env.Environment;

/** Stops the start before anything is made if nobody is named whose tokens are accepted. */
final class IssuerSetting implements BeanFactoryPostProcessor {

    /** Keys that come in clear from anywhere else could be anybody's. */
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final Environment environment;

    IssuerSetting(Environment environment) {
        this.environment = environment;
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beanFactory) {
        var issuer = environment.getProperty("access.issuer", "");
        if (issuer.isBlank()) {
            throw new SettingException("LEDGER_ISSUER is not set; it names whose access tokens are accepted, such as"
                    + " https://login.example.com/realms/consent: without it nobody could be told from anybody, and the"
                    + " service does not start.");
        }
        if (environment.getProperty("access.audience", "").isBlank()) {
            throw new SettingException(
                    "LEDGER_AUDIENCE is set to nothing; it is what tokens for this ledger are meant for, consent-ledger"
                            + " if it is left out.");
        }
        if (environment.getProperty("access.jwk-set-file", "").isBlank() && !isWebAddress(issuer)) {
            throw new SettingException("LEDGER_ISSUER is no address with https, where its keys could be asked for; set"
                    + " LEDGER_JWK_SET_FILE to a file that has them, or LEDGER_ISSUER to an OpenID provider's issuer.");
        }
    }

    private static boolean isWebAddress(String issuer) {
        try {
            var uri = new URI(issuer);
            return uri.getHost() != null
                    && ("https".equals(uri.getScheme())
                            || ("http".equals(uri.getScheme()) && LOOPBACK.contains(uri.getHost())));
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
