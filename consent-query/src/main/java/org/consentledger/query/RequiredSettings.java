package org.consentledger.query;

import java.util.List;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.util.StringUtils;

/** Stops the start, before anything else goes wrong, when a setting is missing that has no default. */
final class RequiredSettings implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

    private static final List<String> NAMES = List.of("ledger.db.url", "ledger.db.user", "ledger.db.password");

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        var missing = NAMES.stream()
                .filter(name -> event.getEnvironment().getProperty(name) == null)
                .map(RequiredSettings::environmentVariable)
                .toList();
        if (!missing.isEmpty()) {
            throw new MissingSettingException(missing);
        }
    }

    private static String environmentVariable(String name) {
        return StringUtils.replace(name, ".", "_").toUpperCase(java.util.Locale.ROOT);
    }

    /** Once the configuration file has been read. */
    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }
}
