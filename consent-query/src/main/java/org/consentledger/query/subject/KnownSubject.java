package org.consentledger.query.subject;

import java.time.Instant;
import org.consentledger.subject.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * Whom a reference leads to, at one moment.
 *
 * @param subject null if the ledger holds nothing of anybody with that reference
 * @param erasedAt world time of the erasure, UTC; null if not erased
 */
public record KnownSubject(
        @Nullable SubjectId subject, @Nullable Instant erasedAt) {

    /** No subject has this pseudonym. */
    private static final SubjectId NOBODY = new SubjectId("s-" + "0".repeat(32));

    /** The pseudonym, for the access log: also of somebody erased, of whom an answer may not tell it. */
    public @Nullable String id() {
        return subject == null ? null : subject.value();
    }

    /** The pseudonym, as an answer may tell it: not if the subject was erased. */
    public @Nullable String legibleId() {
        return subject == null || erasedAt != null ? null : subject.value();
    }

    /** What to list by: nothing, if nothing may be told. */
    public SubjectId filter() {
        return subject == null || erasedAt != null ? NOBODY : subject;
    }
}
