package org.consentledger.query.consent;

import org.consentledger.query.knowledge.Knowledge;
import org.consentledger.query.subject.KnownSubject;
import org.consentledger.timeline.Timeline;

/**
 * What the subject with a reference said, as far as it was known, and how far the ledger was read for it; all from one
 * snapshot.
 *
 * @param subject whom it is about
 * @param timeline what decisions rest on; of somebody erased nobody may be told more than what they come to
 * @param reached position of the last event in the projection
 * @param knowledge what the timeline rests on; never beyond {@code reached}
 */
public record KnownTimeline(KnownSubject subject, Timeline timeline, long reached, Knowledge knowledge) {

    /** What may be told of the subject by its reference: nothing, if it was erased. */
    Timeline legible() {
        return subject.erasedAt() == null ? timeline : Timeline.complete();
    }
}
