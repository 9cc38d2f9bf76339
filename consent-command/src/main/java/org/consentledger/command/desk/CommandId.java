package org.consentledger.command.desk;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.nio.ByteBuffer;
import java.util.UUID;
import org.consentledger.log.digest.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * The identity of a command in the ledger. Of an idempotency key it is a hash (UUID version 8, RFC 9562), so every
 * attempt has the same one and the event table's unique constraint lets only the first be recorded.
 */
final class CommandId {

    /** Version 7: neighbours in time are neighbours in the index. */
    private static final NoArgGenerator TIME_ORDERED = Generators.timeBasedEpochRandomGenerator();

    private CommandId() {}

    static UUID of(@Nullable String idempotencyKey) {
        return idempotencyKey == null ? TIME_ORDERED.generate() : named(idempotencyKey);
    }

    private static UUID named(String key) {
        var hash = ByteBuffer.wrap(Sha256.of(key));
        var high = (hash.getLong() & ~0xf000L) | 0x8000L;
        var low = (hash.getLong() & ~(0b11L << 62)) | (0b10L << 62);
        return new UUID(high, low);
    }
}
