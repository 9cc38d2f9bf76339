package org.consentledger.ledger.keyring;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Finds subjects by upstream's reference without the reference being stored: by the first 128 bits of HMAC-SHA-256 (RFC
 * 2104) of it, under a key that lies outside the database. Without the key nobody can try references.
 */
public final class SubjectLookups {

    /** Shortest key accepted, in bytes: the output length of the hash (RFC 2104, section 3). */
    public static final int KEY_BYTES_MIN = 32;

    private final HmacSha256 hash;

    /**
     * Lookups under this key.
     *
     * @throws IllegalArgumentException if the key is shorter than {@link #KEY_BYTES_MIN}
     */
    public SubjectLookups(byte[] key) {
        if (key.length < KEY_BYTES_MIN) {
            throw new IllegalArgumentException("the subject key needs at least " + KEY_BYTES_MIN + " bytes");
        }
        this.hash = new HmacSha256(key);
    }

    /** Under what a subject is found; not a UUID of any version, but of its size. */
    public UUID of(String reference) {
        var bits = ByteBuffer.wrap(hash.of(reference.getBytes(StandardCharsets.UTF_8)));
        return new UUID(bits.getLong(), bits.getLong());
    }
}
