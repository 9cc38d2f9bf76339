package org.consentledger.recipient;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A safeguard of one recipient. Its identity is kind and reference.
 *
 * @param framework the certification framework's code in the legal register; null unless kind is CERTIFICATION
 * @param reference where the document is found: contract number, certificate, decision
 * @param validFrom world time of its beginning (inclusive), UTC
 * @param validUntil world time of its end (exclusive), UTC; null for no end
 * @param withdrawnAt world time from which it was withdrawn, UTC; null while it stands
 */
public record Safeguard(
        SafeguardKind kind,
        @Nullable String framework,
        String reference,
        Instant validFrom,
        @Nullable Instant validUntil,
        @Nullable Instant withdrawnAt) {

    boolean is(SafeguardKind otherKind, String otherReference) {
        return kind == otherKind && reference.equals(otherReference);
    }

    /** The same safeguard as it was recorded, before any withdrawal. */
    Safeguard asRecorded() {
        return new Safeguard(kind, framework, reference, validFrom, validUntil, null);
    }

    Safeguard withdrawn(Instant at) {
        return new Safeguard(kind, framework, reference, validFrom, validUntil, at);
    }
}
