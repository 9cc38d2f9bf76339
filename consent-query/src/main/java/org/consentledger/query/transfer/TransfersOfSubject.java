package org.consentledger.query.transfer;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one subject's data.
 *
 * @param subjectId null if the ledger knows nobody with that reference, or they were erased
 * @param erasedAt world time of the erasure, UTC; null if not erased
 * @param position how far the ledger was read
 * @param transfers in the order in which the ledger took them
 */
record TransfersOfSubject(
        String subject,
        @Nullable String subjectId,
        @Nullable Instant erasedAt,
        long position,
        List<TransferView> transfers) {}
