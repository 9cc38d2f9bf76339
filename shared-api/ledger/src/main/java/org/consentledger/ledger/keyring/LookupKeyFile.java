package org.consentledger.ledger.keyring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.consentledger.setting.SettingException;
import org.jspecify.annotations.Nullable;

/** The file that holds the key by which subjects are found. */
public final class LookupKeyFile {

    private LookupKeyFile() {}

    /**
     * Reads the key.
     *
     * @throws SettingException if no usable key is found; the message says what to do and never shows the key
     */
    public static SubjectLookups load(@Nullable Path file) {
        if (file == null) {
            throw new SettingException(
                    "no subject key: set LEDGER_SUBJECT_KEY_FILE to a file of at least 32 random bytes"
                            + " (head -c 32 /dev/urandom > subject.key), the same for every service");
        }
        try {
            return new SubjectLookups(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new SettingException("the subject key file " + file + " cannot be read", e);
        } catch (IllegalArgumentException e) {
            throw new SettingException("the subject key file " + file + " is too short: " + e.getMessage(), e);
        }
    }
}
