package org.consentledger.standalone;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.consentledger.standalone.scenario.Credentials;
import org.consentledger.standalone.token.Issuer;
import org.consentledger.standalone.token.Role;
import org.consentledger.standalone.token.TokenCall;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A token for each role in a file of the data folder, made anew before it expires for as long as the ledger runs. */
final class Tokens implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Tokens.class);

    private static final Duration RENEWED = Issuer.LIFETIME.dividedBy(3);

    private final DataFolder folder;
    private final Issuer issuer;
    private final ScheduledExecutorService renewal = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("tokens").daemon().factory());

    private Tokens(DataFolder folder, Issuer issuer) {
        this.folder = folder;
        this.issuer = issuer;
    }

    /**
     * Writes them, and the public key by which the services know them.
     *
     * @throws StartRefusedException if the issuer's key is broken
     */
    static Tokens start(DataFolder folder, Ports ports) throws IOException {
        var tokens = new Tokens(folder, issuer(folder.issuerKey().path(), ports));
        folder.issuerPublicKeys().write(tokens.issuer.publicKeys());
        tokens.write();
        var _ = tokens.renewal.scheduleAtFixedRate(
                tokens::renew, RENEWED.toSeconds(), RENEWED.toSeconds(), TimeUnit.SECONDS);
        return tokens;
    }

    /**
     * One more, for whoever has the data folder, whether the ledger runs or not.
     *
     * @throws StartRefusedException if the call is wrong, or there is no ledger there
     */
    static String issue(Settings settings, TokenCall call) {
        var data = settings.data();
        var key = DataFolder.issuerKeyIn(data);
        if (!Files.exists(key)) {
            throw StartRefusedException.because(
                    "LEDGER_DATA=" + data
                            + " has no issuer's key: start a ledger there with make run, or set LEDGER_DATA to the folder of one");
        }
        return issuer(key, settings.ports()).token(call.role(), call.limits());
    }

    /** What lies in the files, read each time it is needed. */
    static Credentials filesIn(Path data) {
        return new Credentials(() -> read(data, Role.WRITER), () -> read(data, Role.AUDITOR));
    }

    /** @throws StartRefusedException if no ledger runs there */
    static String read(Path data, Role role) {
        try {
            return Files.readString(DataFolder.tokenIn(data, role)).strip();
        } catch (IOException e) {
            throw StartRefusedException.because(
                    "there is no token in " + DataFolder.tokenIn(data, role)
                            + ": start a ledger with make run, and set LEDGER_DATA as it has it",
                    e);
        }
    }

    private static Issuer issuer(Path key, Ports ports) {
        try {
            return Issuer.with(Files.readString(key), ports.issuer(), Clock.systemUTC());
        } catch (IOException | IllegalArgumentException e) {
            throw StartRefusedException.because(
                    key + " is not the issuer's key (" + e.getMessage() + "): remove it, and a new one is made", e);
        }
    }

    /** Who issues them. */
    Issuer issuer() {
        return issuer;
    }

    private void write() throws IOException {
        for (var role : Role.values()) {
            var token = issuer.token(role, Map.of()) + "\n";
            folder.token(role).write(token.getBytes(StandardCharsets.US_ASCII));
        }
    }

    private void renew() {
        try {
            write();
        } catch (IOException e) {
            LOG.warn("the tokens in the data folder cannot be renewed: {}", e.toString());
        }
    }

    @Override
    public void close() {
        renewal.shutdownNow();
    }
}
