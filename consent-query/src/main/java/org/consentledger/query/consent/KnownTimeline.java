package org.consentledger.query.consent;

import java.time.Instant;
import org.consentledger.query.knowledge.Knowledge;
import org.consentledger.subject.SubjectId;
import org.consentledger.timeline.Timeline;
import org.jspecify.annotations.Nullable;

/**
 * What the subject with a reference said, as far as it was known, and how far the ledger was read for it; all from one
 * snapshot.
 *
 * @param subject null if the ledger holds nothing of anybody with that reference
 * @param erasedAt world time of the subject's erasure, UTC; null if not erased
 * @param timeline what decisions rest on; of somebody erased nobody may be told more than what they come to
 * @param reached position of the last event in the projection
 * @param knowledge what the timeline rests on; never beyond {@code reached}
 */
public record KnownTimeline(
        @Nullable SubjectId subject, @Nullable Instant erasedAt, Timeline timeline, long reached, Knowledge knowledge) {

    /** What may be told of the subject by its reference: nothing, if it was erased. */
    Timeline legible() {
        return erasedAt == null ? timeline : Timeline.complete();
    }
}
