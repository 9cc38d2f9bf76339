package org.consentledger.query.report.overview;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.consentledger.query.report.overview.Overview.PurposeOverview;

/**
 * Consents to one purpose over time, drawn: how many are in force as an area, below it what began upwards and what ended
 * downwards.
 *
 * @param figures of the purpose
 * @param area outline of what is in force, down to zero
 * @param line the upper edge of the area
 * @param most the largest number in force, at the top of the area
 * @param busiest the largest number that began or ended in a part, as long as a bar can be
 * @param bars what began and ended
 * @param rows parts in which anything happened
 */
record PurposePicture(
        PurposeOverview figures,
        String area,
        String line,
        long most,
        long busiest,
        Parts parts,
        List<Bar> bars,
        List<Row> rows) {

    static final double LEFT = 38;
    static final double RIGHT = 394;

    private static final double TOP = 12;
    private static final double ZERO = 92;
    private static final double BASE = 132;
    private static final double REACH = 28;
    private static final double LEAST = 1.5;

    /** A bar of the lower half, by its kind: {@code begun}, {@code revoked} or {@code ended}. */
    record Bar(String kind, double x, double width, double y, double height) {}

    /** A part of the period in words and numbers. */
    record Row(String name, double x, double width, ConsentFigures figures) {

        /** How many ended otherwise than by revocation. */
        public long endedOtherwise() {
            return otherwise(figures);
        }
    }

    static PurposePicture of(PurposeOverview purpose, Parts parts) {
        var figures = purpose.parts();
        var before = purpose.whole().inForceBefore();
        var most = Math.max(
                before,
                figures.stream().mapToLong(ConsentFigures::inForce).max().orElse(0));
        var busiest = figures.stream()
                .mapToLong(part -> Math.max(part.begun(), part.revoked() + otherwise(part)))
                .max()
                .orElse(0);
        var line = new StringBuilder("M" + LEFT + " " + height(before, most));
        var bars = new ArrayList<Bar>();
        for (var part = 0; part < figures.size(); part++) {
            line.append('L')
                    .append(parts.x(part + 1))
                    .append(' ')
                    .append(height(figures.get(part).inForce(), most));
            bars(parts, part, figures.get(part), busiest, bars);
        }
        return new PurposePicture(
                purpose,
                line + "L" + RIGHT + " " + ZERO + "L" + LEFT + " " + ZERO + "Z",
                line.toString(),
                most,
                busiest,
                parts,
                List.copyOf(bars),
                rows(figures, parts));
    }

    private static double height(long number, long most) {
        return most == 0 ? ZERO : Parts.round(ZERO - (ZERO - TOP) * number / most);
    }

    private static void bars(Parts parts, int part, ConsentFigures figures, long busiest, List<Bar> bars) {
        var width = Parts.round(Math.max(LEAST, parts.step() * 0.8));
        var x = parts.x(part);
        if (figures.begun() > 0) {
            var length = length(figures.begun(), busiest);
            bars.add(new Bar("begun", x, width, Parts.round(BASE - length), length));
        }
        var revoked = figures.revoked() > 0 ? length(figures.revoked(), busiest) : 0;
        if (revoked > 0) {
            bars.add(new Bar("revoked", x, width, BASE, revoked));
        }
        if (otherwise(figures) > 0) {
            bars.add(new Bar("ended", x, width, Parts.round(BASE + revoked), length(otherwise(figures), busiest)));
        }
    }

    private static double length(long number, long busiest) {
        return Parts.round(Math.max(LEAST, REACH * number / busiest));
    }

    private static List<Row> rows(List<ConsentFigures> figures, Parts parts) {
        return IntStream.range(0, figures.size())
                .filter(part -> isBusy(figures.get(part)))
                .mapToObj(part -> new Row(
                        parts.name(part), parts.x(part), Parts.round(Math.max(LEAST, parts.step())), figures.get(part)))
                .toList();
    }

    private static boolean isBusy(ConsentFigures part) {
        return part.given() + part.refused() + part.begun() + part.revoked() + otherwise(part) > 0;
    }

    private static long otherwise(ConsentFigures part) {
        return part.endedByRefusal() + part.expired() + part.outdated() + part.erased();
    }
}
