package org.consentledger.log.tree;

import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.consentledger.log.digest.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * A hash of the tree: of a leaf, of a node, or of nothing. Leaves and nodes are told apart by a first byte, so that one can
 * never be passed off as the other (RFC 6962, section 2.1).
 */
public final class Hash {

    /** Bytes of a SHA-256 hash. */
    public static final int BYTES = 32;

    /** The root of the tree that holds nothing. */
    public static final Hash EMPTY = new Hash(Sha256.of());

    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};

    private final byte[] value;

    private Hash(byte[] value) {
        this.value = value;
    }

    /**
     * From its bytes.
     *
     * @throws IllegalArgumentException if it is not as long as a hash
     */
    public static Hash of(byte[] value) {
        if (value.length != BYTES) {
            throw new IllegalArgumentException("a hash has " + BYTES + " bytes, not " + value.length);
        }
        return new Hash(value.clone());
    }

    /**
     * From hexadecimal.
     *
     * @throws IllegalArgumentException if it is not a hash in hexadecimal
     */
    public static Hash ofHex(String hex) {
        return of(HexFormat.of().parseHex(hex));
    }

    /**
     * From base64 (RFC 4648, section 4).
     *
     * @throws IllegalArgumentException if it is not a hash in base64
     */
    public static Hash ofBase64(String base64) {
        return of(Base64.getDecoder().decode(base64));
    }

    public static Hash ofLeaf(byte[] entry) {
        return new Hash(Sha256.of(LEAF, entry));
    }

    public static Hash ofNode(Hash left, Hash right) {
        return new Hash(Sha256.of(NODE, left.value, right.value));
    }

    public byte[] bytes() {
        return value.clone();
    }

    public String base64() {
        return Base64.getEncoder().encodeToString(value);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Hash hash && Arrays.equals(value, hash.value);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(value);
    }

    /** In hexadecimal. */
    @Override
    public String toString() {
        return HexFormat.of().formatHex(value);
    }
}
