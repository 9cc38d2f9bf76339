package org.consentledger.query.timeline;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A mark on the axis, with its date in the reader's language. */
record Tick(double x, String label) {

    private static final int MAX = 9;
    private static final double EDGE = 36;

    private static final List<Step> STEPS = List.of(
            new Step(ChronoUnit.HOURS, 1, "HH:mm"),
            new Step(ChronoUnit.HOURS, 6, "d MMM HH:mm"),
            new Step(ChronoUnit.DAYS, 1, "d MMM"),
            new Step(ChronoUnit.DAYS, 2, "d MMM"),
            new Step(ChronoUnit.DAYS, 7, "d MMM"),
            new Step(ChronoUnit.MONTHS, 1, "MMM uuuu"),
            new Step(ChronoUnit.MONTHS, 3, "MMM uuuu"),
            new Step(ChronoUnit.MONTHS, 6, "MMM uuuu"),
            new Step(ChronoUnit.YEARS, 1, "uuuu"),
            new Step(ChronoUnit.YEARS, 2, "uuuu"),
            new Step(ChronoUnit.YEARS, 5, "uuuu"),
            new Step(ChronoUnit.YEARS, 10, "uuuu"),
            new Step(ChronoUnit.YEARS, 50, "uuuu"));

    private record Step(ChronoUnit unit, int number, String pattern) {

        Duration length() {
            return unit.getDuration().multipliedBy(number);
        }

        /** The last such moment at or before another. */
        ZonedDateTime floor(ZonedDateTime moment) {
            return switch (unit) {
                case HOURS -> moment.truncatedTo(ChronoUnit.DAYS);
                case DAYS -> moment.truncatedTo(ChronoUnit.DAYS);
                case MONTHS ->
                    moment.truncatedTo(ChronoUnit.DAYS)
                            .withDayOfMonth(1)
                            .minusMonths((moment.getMonthValue() - 1) % number);
                default ->
                    moment.truncatedTo(ChronoUnit.DAYS)
                            .withDayOfYear(1)
                            .minusYears(Math.floorMod(moment.getYear(), number));
            };
        }
    }

    /** At an edge the date stands beside its mark, not below it, where half of it would be cut off. */
    public String anchor() {
        if (x < Axis.LEFT + EDGE) {
            return "start";
        }
        return x > Axis.RIGHT - EDGE ? "end" : "middle";
    }

    static List<Tick> of(Axis axis, Locale locale) {
        var span = Duration.between(axis.from(), axis.to());
        var step = STEPS.stream()
                .filter(each -> each.length().multipliedBy(MAX).compareTo(span) >= 0)
                .findFirst()
                .orElseGet(STEPS::getLast);
        var format = DateTimeFormatter.ofPattern(step.pattern(), locale);
        var ticks = new ArrayList<Tick>();
        for (var at = step.floor(utc(axis.from()));
                !at.toInstant().isAfter(axis.to()) && ticks.size() <= 2 * MAX;
                at = at.plus(step.number(), step.unit())) {
            if (axis.shows(at.toInstant())) {
                ticks.add(new Tick(axis.x(at.toInstant()), format.format(at)));
            }
        }
        return ticks;
    }

    private static ZonedDateTime utc(Instant moment) {
        return moment.atZone(ZoneOffset.UTC);
    }
}
