package org.consentledger.ledger.keyring;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.consentledger.setting.SettingException;
import org.jspecify.annotations.Nullable;

/** The key-encryption key in use, and those before it that subjects' keys may still be encrypted with. */
public final class KeyEncryptionKeys {

    private final KeyEncryptionKey current;
    private final Map<String, KeyEncryptionKey> byId;

    private KeyEncryptionKeys(KeyEncryptionKey current, List<KeyEncryptionKey> previous) {
        this.current = current;
        this.byId = Stream.concat(Stream.of(current), previous.stream())
                .collect(toUnmodifiableMap(KeyEncryptionKey::id, identity(), (one, same) -> one));
    }

    /**
     * Loads them, each from a file or from a key management service.
     *
     * @param current null or empty if none is set
     * @throws SettingException if one is not usable
     */
    public static KeyEncryptionKeys load(@Nullable String current, List<String> previous) {
        if (current == null || current.isBlank()) {
            throw new SettingException(
                    "no key-encryption key: set LEDGER_KEY_ENCRYPTION_KEY to a file of 32 random bytes"
                            + " (head -c 32 /dev/urandom > kek.key), the same for every service, or to the URI of a key in a"
                            + " key management service");
        }
        return new KeyEncryptionKeys(
                KeyEncryptionKey.of("LEDGER_KEY_ENCRYPTION_KEY", current),
                previous.stream()
                        .filter(where -> !where.isBlank())
                        .map(where -> KeyEncryptionKey.of("LEDGER_PREVIOUS_KEY_ENCRYPTION_KEYS", where))
                        .toList());
    }

    WrappedKey wrap(SubjectKey key, String subjectId) {
        return current.wrap(key, subjectId);
    }

    /** @throws UnsealingException if it was altered, or wrapped with a key-encryption key that is not at hand */
    SubjectKey unwrap(WrappedKey wrapped, String subjectId) {
        var kek = byId.get(wrapped.kek());
        if (kek == null) {
            throw new UnsealingException(
                    "the key of subject " + subjectId + " is encrypted with " + wrapped.kek()
                            + ", which is not at hand",
                    null);
        }
        return kek.unwrap(wrapped, subjectId);
    }

    /**
     * Encrypts a secret that is no subject's.
     *
     * @param owner whose it is; contains a slash, which no subject's pseudonym does, so that neither passes for the other
     */
    public WrappedKey wrapSecret(byte[] secret, String owner) {
        return current.wrapSecret(secret, owner);
    }

    /**
     * Decrypts it again.
     *
     * @throws UnsealingException if it was altered, is another owner's, or was encrypted with a key that is not at hand
     */
    public byte[] unwrapSecret(WrappedKey wrapped, String owner) {
        var kek = byId.get(wrapped.kek());
        if (kek == null) {
            throw new UnsealingException(
                    "a secret of " + owner + " is encrypted with " + wrapped.kek() + ", which is not at hand", null);
        }
        return kek.unwrapSecret(wrapped, owner);
    }

    /** Whether it is encrypted with the key-encryption key in use. */
    public boolean isCurrent(WrappedKey wrapped) {
        return wrapped.kek().equals(current.id());
    }

    /** The one in use. */
    String currentId() {
        return current.id();
    }

    /** All that are at hand. */
    Set<String> ids() {
        return byId.keySet();
    }
}
