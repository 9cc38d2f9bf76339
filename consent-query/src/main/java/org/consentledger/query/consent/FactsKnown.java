package org.consentledger.query.consent;

import java.time.Instant;
import java.util.List;
import org.consentledger.erasure.SubjectErased;
import org.consentledger.query.knowledge.Knowledge;
import org.consentledger.subject.SubjectId;
import org.consentledger.timeline.Timeline;
import org.jspecify.annotations.Nullable;

/**
 * What one subject said, as far as it was known, with each fact's place in the ledger.
 *
 * @param facts in order of position
 * @param erasedAt world time of the erasure, if it was known, UTC; null if not erased
 * @param reached how far the projection has come
 * @param knowledge what this rests on
 */
public record FactsKnown(
        SubjectId subject, List<PlacedFact> facts, @Nullable Instant erasedAt, long reached, Knowledge knowledge) {

    public FactsKnown {
        facts = List.copyOf(facts);
    }

    /** What decisions about the subject rested on. */
    public Timeline timeline() {
        var timeline = Timeline.of(facts.stream().map(PlacedFact::fact).toList());
        return erasedAt == null ? timeline : timeline.with(new SubjectErased(subject, erasedAt));
    }
}
