package org.consentledger.ledger.keyring;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger keeps of who a subject is.
 *
 * @param key null once erased; also as long as nothing was encrypted of a subject known to a release that did not yet
 * @param erasedAt world time of the erasure, UTC; null if not erased
 * @param begunAt world time with which somebody who was erased began anew, UTC; null for everybody else
 */
record SubjectRow(
        UUID lookup,
        String subjectId,
        @Nullable WrappedKey key,
        @Nullable Instant erasedAt,
        @Nullable Instant begunAt) {}
