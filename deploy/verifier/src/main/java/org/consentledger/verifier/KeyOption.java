package org.consentledger.verifier;

import java.util.ArrayList;
import java.util.List;
import org.consentledger.log.note.VerificationKey;
import picocli.CommandLine.Option;

/** Whom to trust; the same for every command that verifies. */
final class KeyOption {

    @Option(
            names = "--key",
            required = true,
            paramLabel = "VKEY_OR_FILE",
            description = "a verification key, name+id+base64, or a file with one in each line;"
                    + " from a trustworthy place, not from the ledger")
    private final List<String> given = new ArrayList<>();

    /** @throws UnusableInputException if one is neither */
    List<VerificationKey> read() {
        return TrustedKeys.read(given);
    }
}
