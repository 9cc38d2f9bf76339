package org.consentledger.query.timeline;

import static java.util.stream.Collectors.groupingBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.consentledger.query.consent.PlacedFact;
import org.consentledger.query.transfer.TransferTallies;
import org.jspecify.annotations.Nullable;

/** Draws a subject's timeline: bounded, however long the history is. */
final class Drawing {

    /** A column is about as wide as a mark with a number of three digits. */
    static final int COLUMNS = 50;

    private static final int LANES_MAX = 40;

    /** A word that came in within a day is not late. */
    private static final Duration LATE = Duration.ofDays(1);

    private final Axis axis;
    private final Segments segments;
    private final Map<String, PlacedFact> facts;
    private final Sayings sayings;

    /** @param facts whose evidence is shown, by event */
    Drawing(Axis axis, Segments segments, Map<String, PlacedFact> facts, Sayings sayings) {
        this.axis = axis;
        this.segments = segments;
        this.facts = facts;
        this.sayings = sayings;
    }

    Picture picture(List<TransferTallies.Count> transfers, Instant asOf, @Nullable Instant knownBy) {
        var marks = transfers.stream().collect(groupingBy(TransferTallies.Count::purpose));
        var purposes = new TreeSet<>(marks.keySet());
        purposes.addAll(Segments.purposes(segments.facts()));
        var lanes = new ArrayList<Lane>();
        var y = Picture.TOP;
        for (var purpose : purposes.stream().limit(LANES_MAX).toList()) {
            var lane = lane(purpose, y, marks.getOrDefault(purpose, List.of()));
            lanes.add(lane);
            y += lane.height();
        }
        return new Picture(
                axis,
                Tick.of(axis, sayings.language().locale()),
                lanes,
                asOf,
                knownBy,
                Math.max(0, purposes.size() - LANES_MAX));
    }

    private Lane lane(String purpose, double y, List<TransferTallies.Count> transfers) {
        var consents = segments.consents(purpose);
        var objections = segments.objections(purpose);
        var bars = new ArrayList<Bar>();
        consents.segments().stream().filter(this::isVisible).map(this::bar).forEach(bars::add);
        objections.segments().stream().filter(this::isVisible).map(this::bar).forEach(bars::add);
        return new Lane(
                purpose,
                y,
                bars,
                transfers.stream()
                        .map(count -> new Mark(count, axis.column(count.place(), COLUMNS), sayings.mark(count)))
                        .toList(),
                consents.left() + objections.left());
    }

    private boolean isVisible(Segment segment) {
        return segment.touches(axis.from(), axis.to());
    }

    private Bar bar(Segment segment) {
        var x = axis.x(segment.from());
        var end = segment.to();
        var width = Math.max(3, (end == null ? Axis.RIGHT : axis.x(end)) - x);
        var fact = facts.get(segment.eventId());
        var isLate = fact != null && isLate(fact);
        return new Bar(
                segment,
                x,
                width,
                fact,
                isLate,
                sayings.word(segment.standing()),
                sayings.bar(segment, isLate ? fact : null));
    }

    static boolean isLate(PlacedFact fact) {
        return fact.delay().compareTo(LATE) > 0;
    }
}
