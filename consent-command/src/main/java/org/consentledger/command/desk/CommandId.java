package org.consentledger.command.desk;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The identity of a command in the ledger. Of an idempotency key it is a hash (UUID version 8, RFC 9562), so every
 * attempt has the same one and the event table's unique constraint lets only the first be recorded.
 */
final class CommandId {

    private CommandId() {}

    static UUID of(@Nullable String idempotencyKey) {
        return idempotencyKey == null ? UUID.randomUUID() : named(idempotencyKey);
    }

    private static UUID named(String key) {
        var hash = ByteBuffer.wrap(sha256(key));
        var high = (hash.getLong() & ~0xf000L) | 0x8000L;
        var low = (hash.getLong() & ~(0b11L << 62)) | (0b10L << 62);
        return new UUID(high, low);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
