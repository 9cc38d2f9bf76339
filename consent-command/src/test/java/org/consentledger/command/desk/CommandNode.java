package org.consentledger.command.desk;

import java.util.HashMap;
import org.consentledger.command.ConsentCommand;
import org.consentledger.ledger.LedgerDatabase;
import org.springframework.context.ConfigurableApplicationContext;

/** One running consent-command, on ports of its own. */
public final class CommandNode {

    private CommandNode() {}

    public static ConfigurableApplicationContext start(LedgerDatabase database) {
        var properties = new HashMap<>(database.properties());
        properties.put("server.port", "0");
        properties.put("management.server.port", "0");
        var arguments = properties.entrySet().stream()
                .map(e -> "--" + e.getKey() + "=" + e.getValue())
                .toArray(String[]::new);
        return ConsentCommand.application().run(arguments);
    }
}
