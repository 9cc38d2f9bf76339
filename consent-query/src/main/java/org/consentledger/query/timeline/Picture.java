package org.consentledger.query.timeline;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is drawn, in units of which there are a thousand from left to right.
 *
 * @param asOf world time of the question, UTC
 * @param knownBy ledger time up to which facts count, UTC; null for all
 * @param lanesLeft purposes that are not drawn
 */
record Picture(
        Axis axis,
        List<Tick> ticks,
        List<Lane> lanes,
        Instant asOf,
        @Nullable Instant knownBy,
        int lanesLeft) {

    static final double TOP = 34;
    private static final double FOOT = 26;

    Picture {
        ticks = List.copyOf(ticks);
        lanes = List.copyOf(lanes);
    }

    public double bottom() {
        return lanes.isEmpty()
                ? TOP + 10
                : lanes.getLast().y() + lanes.getLast().height();
    }

    public double height() {
        return bottom() + FOOT;
    }

    /** Which way the moment lies, if it is not on the axis; empty if it is. */
    public String beyond() {
        return axis.shows(asOf) ? "" : asOf.isAfter(axis.to()) ? " →" : " ←";
    }

    public double asOfX() {
        return axis.x(asOf);
    }

    /** Null if it is not on the axis. */
    public @Nullable Double knownX() {
        return knownBy == null || !axis.shows(knownBy) ? null : axis.x(knownBy);
    }

    /** On which side of a line its label has room. */
    public String anchor(double x) {
        return x > (Axis.LEFT + Axis.RIGHT) / 2 ? "end" : "start";
    }
}
