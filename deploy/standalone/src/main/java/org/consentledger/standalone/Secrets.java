package org.consentledger.standalone;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.consentledger.log.note.SigningKey;
import org.consentledger.standalone.provider.Person;
import org.consentledger.standalone.token.Issuer;

/** The secrets of a data folder. */
final class Secrets {

    /** Names the log of a ledger that runs on somebody's own machine. */
    private static final String LOG = "localhost/consent-ledger";

    private Secrets() {}

    /**
     * Makes the secrets of a new ledger. Those of a ledger that has data already are never made anew: under another
     * subject key every person would become a stranger, without any error to tell.
     *
     * @throws StartRefusedException if there is data and a secret is gone
     */
    static void ensure(DataFolder folder, boolean hasData) {
        ensure(folder, folder.subjectKey(), SecretFile.random(), hasData);
        ensure(folder, folder.postgresPassword(), password(), hasData);
        // ledgers of an earlier release have none of these; whether a lost one is missed, the services know
        ensure(folder, folder.keyEncryptionKey(), SecretFile.random(), false);
        ensure(folder, folder.signingKey(), signingKey(LOG), false);
        ensureIssuers(folder);
        // these the database is told on every start: a lost one is no loss
        ensure(folder, folder.servicePassword(Logins.COMMAND), password(), false);
        ensure(folder, folder.servicePassword(Logins.QUERY), password(), false);
    }

    /** The secrets of an issuer, with which people sign in and services are let in. */
    static void ensureIssuers(DataFolder folder) {
        // whoever holds a token of a lost one asks for another
        ensure(folder, folder.issuerKey(), Issuer.newKey(), false);
        for (var role : Person.ROLES) {
            ensure(folder, folder.personPassword(role), Person.newPassword(), false);
        }
    }

    /** @param log its origin, by which everybody who keeps a checkpoint knows it */
    static byte[] signingKey(String log) {
        return (SigningKey.generate(log).secret() + "\n").getBytes(StandardCharsets.UTF_8);
    }

    static byte[] password() {
        return (HexFormat.of().formatHex(SecretFile.random()) + "\n").getBytes(StandardCharsets.US_ASCII);
    }

    private static void ensure(DataFolder folder, SecretFile file, byte[] fresh, boolean hasData) {
        if (file.exists()) {
            return;
        }
        if (hasData) {
            throw StartRefusedException.because(file.path() + " is gone, but LEDGER_DATA=" + folder
                    + " holds a ledger that needs it: put it back from your backup, or set LEDGER_DATA to another"
                    + " folder for a new ledger");
        }
        try {
            file.write(fresh);
        } catch (IOException e) {
            throw StartRefusedException.because(
                    file.path() + " cannot be written (" + e + "): is LEDGER_DATA=" + folder + " yours?", e);
        }
    }
}
