package org.consentledger.command.desk;

import java.util.HashMap;
import java.util.Map;
import org.consentledger.command.ConsentCommand;
import org.consentledger.http.access.TestIssuer;
import org.consentledger.ledger.LedgerDatabase;
import org.consentledger.ledger.start.DatabaseRole;
import org.springframework.context.ConfigurableApplicationContext;

/** One running consent-command, on ports of its own. */
public final class CommandNode {

    private CommandNode() {}

    public static ConfigurableApplicationContext start(LedgerDatabase database) {
        return start(database, Map.of());
    }

    /**
     * Runs it with other settings.
     *
     * @param settings more Spring properties, or others than usual
     */
    public static ConfigurableApplicationContext start(LedgerDatabase database, Map<String, Object> settings) {
        var properties = new HashMap<>(database.properties(DatabaseRole.WRITER));
        properties.putAll(TestIssuer.properties());
        properties.put("http.drain-delay", "0s");
        properties.put("server.port", "0");
        properties.put("management.server.port", "0");
        properties.putAll(settings);
        var arguments = properties.entrySet().stream()
                .map(e -> "--" + e.getKey() + "=" + e.getValue())
                .toArray(String[]::new);
        return ConsentCommand.application().run(arguments);
    }
}
