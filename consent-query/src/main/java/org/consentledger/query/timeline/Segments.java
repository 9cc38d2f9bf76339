package org.consentledger.query.timeline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.consentledger.consent.ConsentRevoked;
import org.consentledger.timeline.ConsentFact;
import org.consentledger.timeline.ConsentState;
import org.consentledger.timeline.Fact;
import org.consentledger.timeline.ObjectionFact;
import org.consentledger.timeline.Renewal;
import org.consentledger.timeline.Timeline;
import org.jspecify.annotations.Nullable;

/**
 * How a subject stood to a purpose from moment to moment: the timeline is asked at each moment at which its answer can change,
 * so that the picture says what the rules say.
 *
 * @param facts that the timeline is made of
 * @param until world time up to which to look, UTC
 */
record Segments(Timeline timeline, List<? extends Fact> facts, Renewal renewal, Instant until) {

    /** More changes than a lane has room for; the latest are kept. */
    static final int PER_PURPOSE_MAX = 100;

    /**
     * Of one purpose.
     *
     * @param left how many moments of change were left out, the earliest ones
     */
    record OfPurpose(List<Segment> segments, int left) {}

    /** Consents of a purpose. */
    OfPurpose consents(String purpose) {
        var moments = new TreeSet<Instant>();
        facts.stream()
                .filter(ConsentFact.class::isInstance)
                .filter(fact -> concerns(fact, purpose))
                .flatMap(this::changes)
                .forEach(moments::add);
        return along(moments, at -> {
            var status = timeline.consent(purpose, at, renewal);
            return status.state() == ConsentState.NOT_GIVEN || status.eventId() == null
                    ? null
                    : new Segment(purpose, Standing.of(status.state()), at, null, status.eventId());
        });
    }

    /** Objections to a purpose. */
    OfPurpose objections(String purpose) {
        var moments = new TreeSet<Instant>();
        facts.stream()
                .filter(ObjectionFact.class::isInstance)
                .filter(fact -> fact.purpose().equals(purpose))
                .map(Fact::at)
                .filter(this::isInTime)
                .forEach(moments::add);
        return along(
                moments,
                at -> timeline.objection(purpose, at)
                        .map(objection -> new Segment(purpose, Standing.OBJECTED, at, null, objection.eventId()))
                        .orElse(null));
    }

    /** The purposes of which anything was said; one that stands for all only where nothing else was. */
    static Set<String> purposes(List<? extends Fact> facts) {
        var purposes = new TreeSet<String>();
        facts.forEach(fact -> purposes.add(fact.purpose()));
        if (purposes.size() > 1) {
            purposes.remove(ConsentRevoked.EVERY_PURPOSE);
        }
        return purposes;
    }

    private static boolean concerns(Fact fact, String purpose) {
        return fact.purpose().equals(purpose) || fact.purpose().equals(ConsentRevoked.EVERY_PURPOSE);
    }

    private boolean isInTime(Instant moment) {
        return !moment.isAfter(until);
    }

    private Stream<Instant> changes(Fact fact) {
        var endings = fact instanceof ConsentFact.Given given
                ? Stream.of(
                        given.validUntil(),
                        renewal.askedAgainAt(given.notice(), given.noticeVersion(), until)
                                .orElse(null))
                : Stream.<@Nullable Instant>empty();
        return Stream.concat(Stream.of(fact.at()), endings)
                .filter(Objects::nonNull)
                .filter(this::isInTime);
    }

    private static OfPurpose along(TreeSet<Instant> moments, Function<Instant, @Nullable Segment> at) {
        var left = Math.max(0, moments.size() - PER_PURPOSE_MAX);
        var segments = new ArrayList<Segment>();
        Segment open = null;
        for (var moment : moments.stream().skip(left).toList()) {
            var next = at.apply(moment);
            if (open != null && next != null && isSame(open, next)) {
                continue;
            }
            if (open != null) {
                segments.add(new Segment(open.purpose(), open.standing(), open.from(), moment, open.eventId()));
            }
            open = next;
        }
        if (open != null) {
            segments.add(open);
        }
        return new OfPurpose(segments, left);
    }

    private static boolean isSame(Segment one, Segment other) {
        return one.standing() == other.standing() && one.eventId().equals(other.eventId());
    }
}
