package org.consentledger.ledger.keyring;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.Aead;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;
import org.consentledger.subject.SubjectId;

/**
 * The key of one subject. All that is personal about them in the ledger is encrypted with it (AES-256-GCM), and all that
 * is computed of personal data is keyed with it, so that where the key is gone neither can be read, and no guess at either
 * can be confirmed.
 */
public final class SubjectKey {

    static final int BYTES = 32;

    private static final byte[] INFO = "consent-ledger/subject".getBytes(UTF_8);

    private static final int PSEUDONYM_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Base64.Encoder TO_TEXT = Base64.getUrlEncoder().withoutPadding();

    private final byte[] secret;
    private final Aead aead;
    private final HmacSha256 hash;

    private SubjectKey(byte[] secret) {
        this.secret = secret.clone();
        var derived = derived(2 * BYTES);
        this.aead = AesGcm.of(Arrays.copyOf(derived, BYTES));
        this.hash = new HmacSha256(Arrays.copyOfRange(derived, BYTES, 2 * BYTES));
    }

    static SubjectKey generate() {
        var secret = new byte[BYTES];
        RANDOM.nextBytes(secret);
        return new SubjectKey(secret);
    }

    /**
     * The key that was generated once.
     *
     * @throws IllegalArgumentException if it has not {@value #BYTES} bytes
     */
    static SubjectKey of(byte[] secret) {
        if (secret.length != BYTES) {
            throw new IllegalArgumentException("a subject's key has " + BYTES + " bytes");
        }
        return new SubjectKey(secret);
    }

    /** Keys for encryption and for digests, one after the other: one use, one key (RFC 5869). */
    private byte[] derived(int bytes) {
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveData(HKDFParameterSpec.ofExtract().addIKM(secret).thenExpand(INFO, bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HKDF-SHA256", e);
        }
    }

    byte[] secret() {
        return secret.clone();
    }

    /** The subject's pseudonym: a keyed hash of the reference that nobody can compute again once the key is gone. */
    SubjectId pseudonym(String reference) {
        var bits = digest("pseudonym", reference.getBytes(UTF_8));
        return new SubjectId("s-" + HexFormat.of().formatHex(bits, 0, PSEUDONYM_BYTES));
    }

    /**
     * Keyed digest; 32 bytes.
     *
     * @param of what kind of thing it is taken of
     */
    public byte[] digest(String of, byte[] bytes) {
        return hash.of(of.getBytes(UTF_8), new byte[] {0}, bytes);
    }

    /**
     * Encrypts.
     *
     * @param eventId the event that it belongs to and that alone it can be opened for
     * @return base64url
     */
    public String seal(byte[] plain, String eventId) {
        try {
            return TO_TEXT.encodeToString(aead.encrypt(plain, eventId.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("encryption is not available", e);
        }
    }

    /**
     * Decrypts.
     *
     * @throws UnsealingException if it was not sealed with this key for this event, or was altered
     */
    public byte[] open(String sealed, String eventId) {
        try {
            return aead.decrypt(Base64.getUrlDecoder().decode(sealed), eventId.getBytes(UTF_8));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new UnsealingException("the personal data of event " + eventId + " cannot be decrypted", e);
        }
    }

    /** Says nothing about the key. */
    @Override
    public String toString() {
        return "SubjectKey";
    }
}
