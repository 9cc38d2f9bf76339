package org.consentledger.query.consent;

import java.time.Instant;
import org.consentledger.difference.Moment;
import org.consentledger.query.knowledge.CatalogueHistory;
import org.consentledger.query.knowledge.KnownAt;
import org.consentledger.subject.SubjectId;
import org.consentledger.timeline.Timeline;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How subjects stood at any moment of both times. Whoever shows it enters the access. */
@Component
public final class Moments {

    private final SubjectTimelines timelines;
    private final CatalogueHistory catalogues;

    Moments(SubjectTimelines timelines, CatalogueHistory catalogues) {
        this.timelines = timelines;
        this.catalogues = catalogues;
    }

    /**
     * By upstream's reference, which tells nothing of somebody who was erased.
     *
     * @param asOf world time, UTC
     * @param knownAt null for all that is known
     */
    public KnownMoment of(String reference, Instant asOf, @Nullable KnownAt knownAt) {
        var known = timelines.of(reference, knownAt);
        return of(known, known.legible(), asOf);
    }

    /**
     * By pseudonym, under which what was said stays after an erasure.
     *
     * @param asOf world time, UTC
     * @param knownAt null for all that is known
     */
    public KnownMoment of(SubjectId subject, Instant asOf, @Nullable KnownAt knownAt) {
        var known = timelines.of(subject, knownAt);
        return of(known, known.timeline(), asOf);
    }

    private KnownMoment of(KnownTimeline known, Timeline told, Instant asOf) {
        var catalogue = catalogues.asOf(known.knowledge());
        return new KnownMoment(known.subject(), new Moment(told, catalogue, asOf), known.reached(), known.knowledge());
    }
}
