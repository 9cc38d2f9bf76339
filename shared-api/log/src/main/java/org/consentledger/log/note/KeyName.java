package org.consentledger.log.note;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.consentledger.log.digest.Sha256;

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
        var digest = Sha256.of((name + "\n").getBytes(StandardCharsets.UTF_8), new byte[] {ED25519}, publicKey);
        return ByteBuffer.wrap(digest).getInt();
    }

    static String hex(int id) {
        return HexFormat.of().toHexDigits(id);
    }
}
