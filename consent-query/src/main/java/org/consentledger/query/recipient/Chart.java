package org.consentledger.query.recipient;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.consentledger.query.transfer.TransferKind;
import org.consentledger.query.transfer.TransferTallies.Tally;
import org.consentledger.query.transfer.TransferTallies.TimeUnit;

/**
 * Transfers over time as columns, in units of which there are a thousand from left to right.
 *
 * @param spans one for each column in which there is anything, the earliest first
 * @param highest number of any column
 * @param unit how long a span is
 */
record Chart(List<Column> spans, long highest, TimeUnit unit) {

    static final double HEIGHT = 150;

    private static final double LEFT = 46;
    private static final double RIGHT = 990;
    private static final double WIDEST = 46;
    private static final double LABEL = 96;

    /** More columns would be narrower than a pencil's line. */
    private static final int COLUMNS_MAX = 90;

    Chart {
        spans = List.copyOf(spans);
    }

    /**
     * One span of time.
     *
     * @param x of its left edge
     * @param label of its beginning
     * @param isLabelled whether there is room for the label below it
     */
    record Column(Tally tally, double x, double width, String label, boolean isLabelled, List<Part> parts) {

        Column {
            parts = List.copyOf(parts);
        }
    }

    /** The transfers of one kind, as a part of a column. */
    record Part(TransferKind kind, double y, double height) {

        public String style() {
            return kind.name().toLowerCase(Locale.ROOT);
        }
    }

    /** The finest unit in which there are not too many columns. */
    static TimeUnit unit(Instant first, Instant last) {
        var days = Duration.between(first, last).toDays();
        if (days < COLUMNS_MAX) {
            return TimeUnit.DAY;
        }
        if (days / 7 < COLUMNS_MAX) {
            return TimeUnit.WEEK;
        }
        return days / 30 < COLUMNS_MAX ? TimeUnit.MONTH : TimeUnit.YEAR;
    }

    /** @param tallies by time, the earliest first; what lies between has none */
    static Chart of(List<Tally> tallies, TimeUnit unit, Locale locale) {
        var highest = tallies.stream().mapToLong(Tally::total).max().orElse(0);
        if (tallies.isEmpty()) {
            return new Chart(List.of(), highest, unit);
        }
        var first = LocalDate.parse(tallies.getFirst().key());
        var places = place(first, tallies.getLast(), unit) + 1;
        var step = Math.min(WIDEST, (RIGHT - LEFT) / (double) places);
        var format = DateTimeFormatter.ofPattern(
                switch (unit) {
                    case DAY, WEEK -> "d MMM uuuu";
                    case MONTH -> "MMM uuuu";
                    case YEAR -> "uuuu";
                },
                locale);
        var columns = new ArrayList<Column>();
        var labelled = Long.MIN_VALUE / 2;
        for (var tally : tallies) {
            var place = place(first, tally, unit);
            var hasRoom = (double) (place - labelled) * step >= LABEL;
            labelled = hasRoom ? place : labelled;
            columns.add(new Column(
                    tally,
                    round(LEFT + (double) place * step),
                    round(Math.max(1.5, step * 0.82)),
                    format.format(LocalDate.parse(tally.key())),
                    hasRoom,
                    parts(tally, highest)));
        }
        return new Chart(columns, highest, unit);
    }

    private static List<Part> parts(Tally tally, long highest) {
        var parts = new ArrayList<Part>();
        var y = HEIGHT;
        for (var kind : TransferKind.values()) {
            var number = tally.number(kind);
            if (number > 0) {
                var height = Math.max(1.5, HEIGHT * (double) number / highest);
                y -= height;
                parts.add(new Part(kind, round(y), round(height)));
            }
        }
        return parts;
    }

    private static long place(LocalDate first, Tally tally, TimeUnit unit) {
        var day = LocalDate.parse(tally.key());
        return switch (unit) {
            case DAY -> day.toEpochDay() - first.toEpochDay();
            case WEEK -> (day.toEpochDay() - first.toEpochDay()) / 7;
            case MONTH -> 12L * (day.getYear() - first.getYear()) + day.getMonthValue() - first.getMonthValue();
            case YEAR -> day.getYear() - first.getYear();
        };
    }

    private static double round(double x) {
        return Math.round(x * 10) / 10.0;
    }
}
