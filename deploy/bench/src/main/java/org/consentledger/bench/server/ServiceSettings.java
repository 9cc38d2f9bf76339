package org.consentledger.bench.server;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.consentledger.bench.access.Pass;
import org.consentledger.standalone.postgres.Database;

/**
 * The environment of every process that works on a database: the one place that knows as whom each of them connects.
 *
 * @param subjectKey the key file of all ledgers
 * @param keyEncryptionKey encrypts the keys of all subjects
 * @param signingKey the key file of all logs
 * @param jwkSet by which services know the access token of the run
 */
record ServiceSettings(Path subjectKey, Path keyEncryptionKey, Path signingKey, Path jwkSet) {

    Map<String, String> command(Database database, Ports ports) {
        return ledger(
                database,
                Databases.WRITER,
                Map.of(
                        "COMMAND_PORT", ports.main(),
                        "COMMAND_MANAGEMENT_PORT", ports.management()));
    }

    Map<String, String> query(Database database, Ports ports) {
        var name = database.url().substring(database.url().lastIndexOf('/') + 1);
        return ledger(
                database,
                Databases.READER,
                Map.of(
                        "QUERY_PORT", ports.main(),
                        "QUERY_MANAGEMENT_PORT", ports.management(),
                        "LEDGER_SIGNING_KEY_FILE", signingKey.toString(),
                        "LEDGER_CHECKPOINT_FILE",
                                signingKey.resolveSibling(name + ".checkpoint").toString()));
    }

    /** It appends as consent-command does. */
    Map<String, String> seed(Database database) {
        return ledger(database, Databases.WRITER, Map.of());
    }

    Map<String, String> baseline(Database database, Ports ports, boolean projections) {
        return Map.of(
                "BASELINE_DB_URL", database.url(),
                "BASELINE_DB_USER", database.user(),
                "BASELINE_DB_PASSWORD", database.password(),
                "BASELINE_PORT", ports.main(),
                "BASELINE_PROJECTIONS", Boolean.toString(projections),
                "SERVER_ADDRESS", Ports.ADDRESS,
                "AXONIQ_UPDATE_CHECKER_DISABLED", "true");
    }

    private Map<String, String> ledger(Database database, String login, Map<String, String> ports) {
        var environment = new HashMap<>(ports);
        environment.putAll(Map.of(
                "LEDGER_DB_URL", database.url(),
                "LEDGER_DB_USER", login,
                "LEDGER_DB_PASSWORD", database.password(),
                "LEDGER_DB_OWNER_USER", database.user(),
                "LEDGER_DB_OWNER_PASSWORD", database.password(),
                "LEDGER_SUBJECT_KEY_FILE", subjectKey.toString(),
                "LEDGER_KEY_ENCRYPTION_KEY", keyEncryptionKey.toString(),
                // one client asks everything, and of a server that does nothing, too
                "HTTP_RATE_LIMIT", "1000000",
                "SERVER_ADDRESS", Ports.ADDRESS,
                "MANAGEMENT_SERVER_ADDRESS", Ports.ADDRESS));
        environment.put("HTTP_DRAIN_DELAY", "0s");
        environment.put("LEDGER_ISSUER", Pass.issuer());
        environment.put("LEDGER_JWK_SET_FILE", jwkSet.toString());
        return environment;
    }
}
