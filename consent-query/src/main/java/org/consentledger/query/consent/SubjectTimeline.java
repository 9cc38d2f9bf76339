package org.consentledger.query.consent;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.consentledger.consent.ConsentRevoked;
import org.consentledger.timeline.ConsentState;
import org.consentledger.timeline.Renewal;
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

    /** The purposes to which a consent is in force at a world time. */
    public List<String> inForce(Instant at, Renewal renewal) {
        return isErasedAt(at)
                ? List.of()
                : timeline.purposesSpokenOf(at).stream()
                        .filter(purpose ->
                                timeline.consent(purpose, at, renewal).state() == ConsentState.GIVEN)
                        .toList();
    }

    /** Whether something said, or the erasure, is of a later world time. */
    public boolean goesOnAfter(Instant at) {
        return (erasedAt != null && erasedAt.isAfter(at))
                || Stream.concat(timeline.purposesEverSpokenOf().stream(), Stream.of(ConsentRevoked.EVERY_PURPOSE))
                        .flatMap(purpose -> timeline.facts(purpose).stream())
                        .anyMatch(fact -> fact.at().isAfter(at));
    }
}
