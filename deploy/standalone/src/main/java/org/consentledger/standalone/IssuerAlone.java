package org.consentledger.standalone;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.consentledger.standalone.provider.ProviderSettings;

/**
 * The issuer of tokens without the ledger, for services that run elsewhere: to try an installation before it has an OpenID
 * provider. {@code ISSUER_ADDRESS} says on which address it listens, on this machine alone unless it is given.
 */
final class IssuerAlone {

    private final Settings settings;
    private final Console console;
    private final String address;
    private final Ledger open = new Ledger();

    IssuerAlone(Settings settings, Console console, Map<String, String> environment) {
        this.settings = settings;
        this.console = console;
        var chosen = environment.getOrDefault("ISSUER_ADDRESS", "");
        this.address = chosen.isEmpty() ? ProviderSettings.LOOPBACK : chosen;
    }

    /** Starts it, and returns only when the process is ending. */
    void untilEnd() {
        var ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(ended), "stop"));
        try {
            start();
            ended.await();
        } catch (IOException e) {
            throw StartRefusedException.because("LEDGER_DATA=" + settings.data() + " cannot be written: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void start() throws IOException {
        var folder = DataFolder.open(settings.data());
        open.opened(folder);
        Secrets.ensureIssuers(folder);
        Logs.into(folder.log());
        var tokens = Tokens.start(folder, settings.ports());
        open.opened(tokens);
        open.opened(People.provider(tokens.issuer(), folder, address, settings.ports()));
        console.say("the issuer " + settings.ports().issuer() + " answers; passwords are in " + folder
                + "/passwords, tokens in " + folder + "/tokens");
    }

    private void stop(CountDownLatch ended) {
        Logs.quiet();
        open.close().forEach(failure -> console.complain("not stopped cleanly: " + failure.getMessage()));
        ended.countDown();
    }
}
