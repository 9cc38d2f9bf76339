package org.consentledger.standalone;

import java.io.IOException;
import org.consentledger.standalone.postgres.PostgresServer;
import org.consentledger.standalone.provider.ProviderSettings;

/** The way from nothing to a ledger that answers. What can be checked is checked before anything is started. */
final class Start {

    private final Settings settings;
    private final Console console;
    private final Ledger ledger;

    Start(Settings settings, Console console, Ledger ledger) {
        this.settings = settings;
        this.console = console;
        this.ledger = ledger;
    }

    /** Answers the database server: the ledger is gone when that is. */
    PostgresServer run() throws IOException, InterruptedException {
        var folder = DataFolder.open(settings.data());
        ledger.opened(folder);
        var server = new PostgresServer(folder.postgres());
        settings.ports().checkFree();
        Secrets.ensure(folder, server.hasData());
        Logs.into(folder.log());

        var tokens = Tokens.start(folder, settings.ports());
        ledger.opened(tokens);

        ledger.starts();
        console.say("consent ledger, data in " + folder);
        ledger.opened(server);
        var database = server.start(settings.ports().all(), console::stage);
        console.stage("preparing the database");
        var logins = Logins.prepare(database, folder);
        new Services(logins, folder, settings.ports()).start(ledger, console);
        console.stage("starting the issuer");
        ledger.opened(People.provider(tokens.issuer(), folder, ProviderSettings.LOOPBACK, settings.ports()));
        if (settings.reference()) {
            loadReference();
        }
        console.stage("ready");
        console.say(new Welcome(
                        settings,
                        role -> Tokens.read(settings.data(), role),
                        role -> People.password(settings.data(), role))
                .text());
        return server;
    }

    private void loadReference() throws IOException, InterruptedException {
        console.stage("loading the reference notice and its recipients");
        new ReferenceData(settings.client()).load().forEach(console::complain);
    }
}
