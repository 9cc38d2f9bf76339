package org.consentledger.ledger.pseudonym;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.consentledger.subject.SubjectId;

/**
 * Turns upstream's reference for a person into the ledger's pseudonym: the first 128 bits of HMAC-SHA-256 (RFC 2104)
 * under a key that lives outside the database. The same reference always gives the same pseudonym; without the key
 * nobody can go from one to the other by trying references.
 */
public final class SubjectPseudonyms {

    /** Shortest key accepted, in bytes: the output length of the hash (RFC 2104, section 3). */
    public static final int KEY_BYTES_MIN = 32;

    private static final String ALGORITHM = "HmacSHA256";
    private static final int PSEUDONYM_BYTES = 16;

    private final SecretKey key;

    /**
     * Pseudonyms under this key.
     *
     * @throws IllegalArgumentException if the key is shorter than {@link #KEY_BYTES_MIN}
     */
    public SubjectPseudonyms(byte[] key) {
        if (key.length < KEY_BYTES_MIN) {
            throw new IllegalArgumentException("the subject key needs at least " + KEY_BYTES_MIN + " bytes");
        }
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    public SubjectId of(String subject) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            var hash = mac.doFinal(subject.getBytes(StandardCharsets.UTF_8));
            return new SubjectId("s-" + HexFormat.of().formatHex(hash, 0, PSEUDONYM_BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
