package org.consentledger.query;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.util.StringUtils;

/** Stops the start, before anything else goes wrong, when a setting is missing that has no default. */
final class RequiredSettings implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

    private static final Map<String, String> VARIABLES = new TreeMap<>(Map.of(
            "LEDGER_DB_URL", "spring.datasource.url",
            "LEDGER_DB_USER", "spring.datasource.username",
            "LEDGER_DB_PASSWORD", "spring.datasource.password"));

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        var missing = VARIABLES.entrySet().stream()
                .filter(setting -> !StringUtils.hasText(event.getEnvironment().getProperty(setting.getValue())))
                .map(Map.Entry::getKey)
                .toList();
        if (!missing.isEmpty()) {
            throw new MissingSettingException(missing);
        }
    }

    /** Once the configuration file has been read. */
    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }
}
