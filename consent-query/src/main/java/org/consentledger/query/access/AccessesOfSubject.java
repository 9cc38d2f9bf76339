package org.consentledger.query.access;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who read one subject's data.
 *
 * @param subjectId null if the ledger knows nobody with that reference, or they were erased
 * @param erasedAt world time of the erasure, UTC; null if not erased
 * @param accesses in order of access
 */
record AccessesOfSubject(
        String subject,
        @Nullable String subjectId,
        @Nullable Instant erasedAt,
        List<AccessView> accesses) {}
