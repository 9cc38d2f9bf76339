package org.consentledger.query.timeline;

import java.time.Duration;
import java.time.Instant;

/**
 * World time from left to right.
 *
 * @param from at the left edge, UTC
 * @param to at the right edge, UTC; later than {@code from}
 */
record Axis(Instant from, Instant to) {

    /** In units of the picture, as everything here. */
    static final double LEFT = 10;

    static final double RIGHT = 990;

    private static final Duration LEAST = Duration.ofDays(2);
    private static final int PADDING = 40;

    Axis {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("an axis has a length");
        }
    }

    /** Around two moments, with some room on both sides. */
    static Axis around(Instant first, Instant last) {
        var span = Duration.between(first, last);
        var padding =
                (span.compareTo(LEAST) < 0 ? LEAST : span).dividedBy(PADDING).plusHours(1);
        return new Axis(first.minus(padding), last.plus(padding));
    }

    /** Where a moment stands; at an edge, if it lies beyond. */
    double x(Instant moment) {
        var share = (double) Duration.between(from, moment).toMillis()
                / Duration.between(from, to).toMillis();
        return round(LEFT + Math.clamp(share, 0, 1) * (RIGHT - LEFT));
    }

    boolean shows(Instant moment) {
        return !moment.isBefore(from) && !moment.isAfter(to);
    }

    /** The middle of one of the columns into which the axis is divided. */
    double column(int place, int columns) {
        return round(LEFT + (place + 0.5) * (RIGHT - LEFT) / columns);
    }

    private static double round(double x) {
        return Math.round(x * 10) / 10.0;
    }
}
