package org.consentledger.ledger.keyring;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KmsClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.ServiceLoader;
import org.consentledger.setting.SettingException;

/**
 * Encrypts subjects' keys. Lies outside the database: a copy of the database is of no use without it.
 *
 * @param id tells which one a key was encrypted with; says nothing about it
 */
record KeyEncryptionKey(String id, Aead aead) {

    private static final int ID_BYTES = 8;

    /**
     * From a file of 32 random bytes, or from a key management service.
     *
     * @param variable that says where, for messages
     * @param where a path; or a URI such as {@code gcp-kms://…} or {@code aws-kms://…}, for which the service's client for
     *     Tink must be on the class path, with default credentials
     * @throws SettingException if there is no usable key; the message never shows it
     */
    static KeyEncryptionKey of(String variable, String where) {
        return where.contains("://") ? ofService(variable, where) : ofFile(variable, Path.of(where));
    }

    private static KeyEncryptionKey ofFile(String variable, Path file) {
        try {
            var bytes = Files.readAllBytes(file);
            if (bytes.length != AesGcm.KEY_BYTES) {
                throw new SettingException(variable + ": the key-encryption key file " + file + " must hold exactly "
                        + AesGcm.KEY_BYTES + " random bytes, and holds " + bytes.length);
            }
            var id = new HmacSha256(bytes).of("consent-ledger/kek/id".getBytes(UTF_8));
            return new KeyEncryptionKey("file:" + HexFormat.of().formatHex(id, 0, ID_BYTES), AesGcm.of(bytes));
        } catch (IOException e) {
            throw new SettingException(variable + ": the key-encryption key file " + file + " cannot be read", e);
        }
    }

    private static KeyEncryptionKey ofService(String variable, String uri) {
        var client = ServiceLoader.load(KmsClient.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(found -> found.doesSupport(uri))
                .findFirst()
                .orElseThrow(() -> new SettingException(variable + ": no client for the key management service of the"
                        + " key-encryption key " + uri + " is on the class path"));
        try {
            return new KeyEncryptionKey(
                    uri, new RemoteAead(client.withDefaultCredentials().getAead(uri)));
        } catch (GeneralSecurityException e) {
            throw SettingException.because(variable + ": the key-encryption key " + uri + " is not to be had", e);
        }
    }

    WrappedKey wrapSecret(byte[] secret, String owner) {
        try {
            return new WrappedKey(id, aead.encrypt(secret, owner.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new UnsealingException("a secret of " + owner + " cannot be encrypted", e);
        }
    }

    byte[] unwrapSecret(WrappedKey wrapped, String owner) {
        try {
            return aead.decrypt(wrapped.bytes(), owner.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new UnsealingException("a secret of " + owner + " cannot be decrypted", e);
        }
    }

    WrappedKey wrap(SubjectKey key, String subjectId) {
        try {
            return new WrappedKey(id, aead.encrypt(key.secret(), subjectId.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new UnsealingException("a subject's key cannot be encrypted", e);
        }
    }

    SubjectKey unwrap(WrappedKey wrapped, String subjectId) {
        try {
            return SubjectKey.of(aead.decrypt(wrapped.bytes(), subjectId.getBytes(UTF_8)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new UnsealingException("the key of subject " + subjectId + " cannot be decrypted", e);
        }
    }
}
