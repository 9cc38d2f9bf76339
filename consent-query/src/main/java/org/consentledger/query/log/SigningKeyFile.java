package org.consentledger.query.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.consentledger.log.note.SigningKey;
import org.consentledger.setting.SettingException;
import org.jspecify.annotations.Nullable;

/** The file that holds the log's signing keys. */
final class SigningKeyFile {

    private SigningKeyFile() {}

    /**
     * Reads the keys. All have the name of the log, its origin.
     *
     * @throws SettingException if no usable key is found; the message says what to do and never shows a key
     */
    static List<SigningKey> load(@Nullable Path file) {
        if (file == null) {
            throw new SettingException(
                    "no signing key: set LEDGER_SIGNING_KEY_FILE to a file with the key that signs"
                            + " checkpoints; the verifier makes one (java -jar verifier.jar new-key consent.example.com/ledger)");
        }
        try {
            var keys = Files.readAllLines(file).stream()
                    .filter(line -> !line.isBlank())
                    .map(SigningKey::parse)
                    .toList();
            if (keys.stream().map(key -> key.verification().name()).distinct().count() != 1) {
                throw new SettingException("LEDGER_SIGNING_KEY_FILE: the signing key file " + file
                        + " must hold at least one key, and all of one name: they sign the same log");
            }
            return keys;
        } catch (IOException e) {
            throw new SettingException("LEDGER_SIGNING_KEY_FILE: the signing key file " + file + " cannot be read", e);
        } catch (IllegalArgumentException e) {
            throw new SettingException(
                    "LEDGER_SIGNING_KEY_FILE: the signing key file " + file + " is wrong: " + e.getMessage(), e);
        }
    }
}
