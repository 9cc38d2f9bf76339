package org.consentledger.log.note;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names and numbers keys (C2SP signed-note). */
final class KeyName {

    /** Ed25519, as the specification numbers signature types. */
    static final byte ED25519 = 1;

    /** Of an Ed25519 public key, and of the seed of a private one. */
    static final int KEY_BYTES = 32;

    private KeyName() {}

    /** @throws IllegalArgumentException if it is empty, or contains a space or a plus sign */
    static String require(String name) {
        if (name.isEmpty() || name.codePoints().anyMatch(c -> c == '+' || Character.isWhitespace(c) || isSpace(c))) {
            throw new IllegalArgumentException("a key's name has no spaces and no plus sign, and is not empty");
        }
        return name;
    }

    private static boolean isSpace(int codePoint) {
        return Character.isSpaceChar(codePoint) || Character.isISOControl(codePoint);
    }

    /** The first four bytes of SHA-256 over the name, a line feed, the signature type and the public key. */
    static int id(String name, byte[] publicKey) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update((name + "\n").getBytes(StandardCharsets.UTF_8));
            digest.update(ED25519);
            return ByteBuffer.wrap(digest.digest(publicKey)).getInt();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    static String hex(int id) {
        return HexFormat.of().toHexDigits(id);
    }
}
