package org.consentledger.verifier;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.consentledger.log.note.SigningKey;
import org.consentledger.log.note.VerificationKey;

/** Keys as they are given on the command line. */
final class TrustedKeys {

    private TrustedKeys() {}

    /**
     * Reads verification keys.
     *
     * @param given each is a key, or names a file with one key in each line
     * @throws UnusableInputException if one is neither
     */
    static List<VerificationKey> read(List<String> given) {
        var keys = new ArrayList<VerificationKey>();
        for (var keyOrFile : given) {
            if (isFile(keyOrFile)) {
                keys.addAll(inLines(new InputFile(Path.of(keyOrFile)), TrustedKeys::key));
            } else {
                keys.add(key(keyOrFile, "the given key"));
            }
        }
        return keys;
    }

    private static boolean isFile(String keyOrFile) {
        try {
            return Files.exists(Path.of(keyOrFile)) || !keyOrFile.contains("+");
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** Does not quote it: it may be a secret that was given by mistake. */
    private static VerificationKey key(String line, String source) {
        if (line.strip().startsWith(SigningKey.PREFIX)) {
            throw new UnusableInputException(source
                    + " is a signing key, which nobody but the ledger should have: give its verification key, which"
                    + " public-key prints");
        }
        try {
            return VerificationKey.parse(line);
        } catch (IllegalArgumentException e) {
            throw new UnusableInputException(source + " is not a verification key: name+id+base64", e);
        }
    }

    /**
     * The verification keys of a file of signing keys.
     *
     * @throws UnusableInputException if a line is not one
     */
    static List<VerificationKey> ofSigningKeys(InputFile file) {
        return inLines(file, (line, source) -> {
            try {
                return SigningKey.parse(line).verification();
            } catch (IllegalArgumentException e) {
                // whose messages never quote the key
                throw new UnusableInputException(source + " is no signing key: " + e.getMessage(), e);
            }
        });
    }

    private static List<VerificationKey> inLines(InputFile file, BiFunction<String, String, VerificationKey> parsed) {
        var keys = new ArrayList<VerificationKey>();
        var number = 0;
        for (var line : file.text().lines().toList()) {
            number++;
            if (!line.isBlank()) {
                keys.add(parsed.apply(line, "line " + number + " of " + file));
            }
        }
        if (keys.isEmpty()) {
            throw new UnusableInputException(file + " holds no key");
        }
        return keys;
    }
}
