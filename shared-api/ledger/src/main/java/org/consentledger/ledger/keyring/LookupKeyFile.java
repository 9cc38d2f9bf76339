package org.consentledger.ledger.keyring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
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
        return read(file, SubjectLookups::new);
    }

    /**
     * Reads the key, for keys that are derived from it.
     *
     * @throws SettingException as {@link #load}
     */
    public static DerivedKeys derived(@Nullable Path file) {
        return read(file, DerivedKeys::new);
    }

    private static <K> K read(@Nullable Path file, Function<byte[], K> use) {
        if (file == null) {
            throw new SettingException(
                    "no subject key: set LEDGER_SUBJECT_KEY_FILE to a file of at least 32 random bytes"
                            + " (head -c 32 /dev/urandom > subject.key), the same for every service");
        }
        try {
            return use.apply(key(file));
        } catch (IOException e) {
            throw new SettingException("LEDGER_SUBJECT_KEY_FILE: the subject key file " + file + " cannot be read", e);
        } catch (IllegalArgumentException e) {
            throw new SettingException(
                    "LEDGER_SUBJECT_KEY_FILE: the subject key file " + file + " is too short: " + e.getMessage(), e);
        }
    }

    private static byte[] key(Path file) throws IOException {
        var key = Files.readAllBytes(file);
        if (key.length < SubjectLookups.KEY_BYTES_MIN) {
            throw new IllegalArgumentException(
                    "the subject key needs at least " + SubjectLookups.KEY_BYTES_MIN + " bytes");
        }
        return key;
    }
}
