package org.consentledger.query.history;

import java.time.Instant;
import java.util.List;
import org.consentledger.query.feed.CloudEvent;
import org.jspecify.annotations.Nullable;

/**
 * Everything the ledger holds of one subject.
 *
 * @param subjectId null if the ledger knows nobody with that reference, or they were erased
 * @param erasedAt world time of the erasure, UTC; null if not erased
 * @param position how far the ledger was read
 * @param events in order of position
 */
record HistoryView(
        String subject,
        @Nullable String subjectId,
        @Nullable Instant erasedAt,
        long position,
        List<CloudEvent> events) {}
