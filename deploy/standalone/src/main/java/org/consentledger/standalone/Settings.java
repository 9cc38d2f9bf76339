package org.consentledger.standalone;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import org.consentledger.standalone.scenario.LedgerClient;

/**
 * What the user chose. A variable that is set to nothing counts as not set.
 *
 * @param data folder of everything that is kept between runs, as the user wrote it
 * @param reference whether the ledger is filled with the reference notice and its recipients
 */
record Settings(Path data, Ports ports, boolean reference) {

    /** @throws StartRefusedException if a value is wrong */
    static Settings of(Map<String, String> environment) {
        return new Settings(data(environment), Ports.of(environment), reference(environment));
    }

    /** A client of the ledger that runs there, with the tokens in its folder. */
    LedgerClient client() {
        return ports.client(Tokens.filesIn(data));
    }

    private static Path data(Map<String, String> environment) {
        var value = environment.getOrDefault("LEDGER_DATA", "");
        try {
            return Path.of(value.isEmpty() ? ".ledger" : value);
        } catch (InvalidPathException e) {
            throw StartRefusedException.wrongCall(
                    "LEDGER_DATA is no path on this machine: set it to a folder, or leave it out for .ledger");
        }
    }

    private static boolean reference(Map<String, String> environment) {
        var value = environment.getOrDefault("LEDGER_REFERENCE", "");
        return switch (value) {
            case "", "true" -> true;
            case "false" -> false;
            default ->
                throw StartRefusedException.wrongCall("LEDGER_REFERENCE=" + value
                        + " is neither true nor false: set it to false for a ledger without the reference notice,"
                        + " or leave it out");
        };
    }
}
