package org.consentledger.query.report.overview;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.consentledger.query.report.period.Period;

/**
 * Where the parts of a period stand in a picture: side by side, all equally wide, whether or not the first and the last one are
 * shorter.
 *
 * @param left edge of the first one
 * @param right edge of the last one
 */
record Parts(Period period, Locale locale, double left, double right) {

    private static final double LABEL = 84;

    /** What is written below a part. */
    record Label(double x, String text) {}

    double step() {
        return (right - left) / period.size();
    }

    /** The left edge of a part, the right one of the part before. */
    double x(int part) {
        return round(left + part * step());
    }

    /** A part's beginning, as precisely as its length asks for. */
    String name(int part) {
        return formatter().format(period.bounds().get(part));
    }

    private DateTimeFormatter formatter() {
        return DateTimeFormatter.ofPattern(
                        switch (period.bucket()) {
                            case DAY, WEEK -> "d MMM uuuu";
                            case MONTH -> "MMM uuuu";
                            case YEAR -> "uuuu";
                        },
                        locale)
                .withZone(ZoneOffset.UTC);
    }

    /** As many names as there is room for, the first one always. */
    public List<Label> labels() {
        var stride = Math.max(1, (int) Math.ceil(LABEL / step()));
        return IntStream.range(0, period.size())
                .filter(part -> part % stride == 0)
                .filter(part -> part == 0 || x(part) + LABEL * 0.8 <= right)
                .mapToObj(part -> new Label(x(part), name(part)))
                .toList();
    }

    static double round(double x) {
        return Math.round(x * 10) / 10.0;
    }
}
