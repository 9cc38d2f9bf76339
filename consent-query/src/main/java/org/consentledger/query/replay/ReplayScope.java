package org.consentledger.query.replay;

import org.jspecify.annotations.Nullable;

/**
 * Of which events a replay is.
 *
 * @param subjectId the pseudonym; null unless it is of one subject
 * @param recipient its code; null unless it is of one recipient: transfers to it, and its own events
 */
public record ReplayScope(
        Kind kind, @Nullable String subjectId, @Nullable String recipient) {

    /** How much of the ledger it is. */
    public enum Kind {
        EVERYTHING,
        SUBJECT,
        RECIPIENT
    }

    static ReplayScope of(@Nullable String subjectId, @Nullable String recipient) {
        var kind = subjectId != null ? Kind.SUBJECT : recipient != null ? Kind.RECIPIENT : Kind.EVERYTHING;
        return new ReplayScope(kind, subjectId, recipient);
    }

    /** The column by which rows belong to it, and the value; null for everything. */
    @Nullable String column() {
        return switch (kind) {
            case EVERYTHING -> null;
            case SUBJECT -> "subject_id";
            case RECIPIENT -> "recipient";
        };
    }

    @Nullable String value() {
        return subjectId != null ? subjectId : recipient;
    }
}
