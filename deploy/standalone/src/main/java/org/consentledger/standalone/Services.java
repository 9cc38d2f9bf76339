package org.consentledger.standalone;

import static java.util.Map.entry;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.consentledger.command.ConsentCommand;
import org.consentledger.query.ConsentQuery;
import org.consentledger.standalone.postgres.Database;
import org.consentledger.standalone.provider.ProviderSettings;
import org.consentledger.standalone.token.Issuer;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** Both services, each the very application that also runs alone. */
final class Services {

    private final Logins logins;
    private final DataFolder folder;
    private final Ports ports;

    Services(Logins logins, DataFolder folder, Ports ports) {
        this.logins = logins;
        this.folder = folder;
        this.ports = ports;
    }

    private Map<String, Object> shared(Database database) {
        return Map.ofEntries(
                entry("ledger.db.url", database.url()),
                entry("ledger.db.user", database.user()),
                entry("ledger.db.password", database.password()),
                entry("spring.datasource.url", database.url()),
                entry("spring.datasource.username", database.user()),
                entry("spring.datasource.password", database.password()),
                entry("ledger.owner.user", ""),
                entry("ledger.owner.password", ""),
                entry("ledger.subject-key-file", folder.subjectKey().path()),
                entry("ledger.key-encryption-key", folder.keyEncryptionKey().path()),
                entry("ledger.previous-key-encryption-keys", ""),
                entry("access.issuer", ports.issuer()),
                entry("access.audience", Issuer.AUDIENCE),
                entry("access.jwk-set-file", folder.issuerPublicKeys().path()),
                // nothing leaves this machine
                entry("http.tls.certificate", ""),
                entry("http.tls.private-key", ""),
                // somebody waits at a terminal
                entry("http.drain-delay", "0s"),
                entry("spring.lifecycle.timeout-per-shutdown-phase", "5s"));
    }

    /** Starts one after the other: both at the same time would win half a second on two cores. */
    void start(Ledger ledger, Console console) {
        console.stage("starting consent-command");
        ledger.opened(started(
                ConsentCommand::application,
                logins.command(),
                Port.COMMAND_PORT,
                Port.COMMAND_MANAGEMENT_PORT,
                Map.of("command.query-url", ports.at(Port.QUERY_PORT))));
        console.stage("starting consent-query");
        ledger.opened(started(
                ConsentQuery::application,
                logins.query(),
                Port.QUERY_PORT,
                Port.QUERY_MANAGEMENT_PORT,
                Map.of(
                        "log.signing-key-file",
                        folder.signingKey().path(),
                        "log.checkpoint-file",
                        "",
                        "sign-in.client-id",
                        ProviderSettings.CLIENT,
                        "sign-in.client-secret",
                        "",
                        "sign-in.url",
                        ports.at(Port.QUERY_PORT))));
    }

    private AutoCloseable started(
            Supplier<SpringApplicationBuilder> application,
            Database database,
            Port port,
            Port managementPort,
            Map<String, Object> own) {
        var settings = new LinkedHashMap<>(shared(database));
        settings.putAll(own);
        settings.put("server.port", ports.of(port));
        settings.put("management.server.port", ports.of(managementPort));
        // as arguments, which go before the environment: a LEDGER_DB_URL meant for another ledger must not win
        var arguments = settings.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new);
        try {
            return application
                    .get()
                    .registerShutdownHook(false)
                    // tokens would cross a network in clear: only this machine may call, unless SERVER_ADDRESS says
                    // otherwise
                    .properties("server.address=127.0.0.1", "management.server.address=127.0.0.1")
                    .run(arguments);
        } catch (RuntimeException e) {
            throw StartRefusedException.because(StartFailure.inOneLine(e), e);
        }
    }
}
