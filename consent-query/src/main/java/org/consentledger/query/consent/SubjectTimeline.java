package org.consentledger.query.consent;

import java.time.Instant;
import org.consentledger.timeline.Timeline;
import org.jspecify.annotations.Nullable;

/**
 * What one subject said, under its pseudonym.
 *
 * @param erasedAt world time of the erasure, UTC; null if not erased
 */
public record SubjectTimeline(
        String subjectId, Timeline timeline, @Nullable Instant erasedAt) {

    /** Whether the subject is erased at a world time. */
    public boolean isErasedAt(Instant at) {
        return erasedAt != null && !erasedAt.isAfter(at);
    }
}
