package org.consentledger.acceptance.monitoring;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Lines over time as SVG: axes, a legend, and a threshold if the panel has one. */
record Chart(List<Line> lines, String unit, boolean stacked, double threshold, long from, long to) {

    static final List<String> COLOURS = List.of(
            "#73bf69", "#f2cc0c", "#5794f2", "#ff9830", "#f2495c", "#b877d9", "#8ab8ff", "#c0d8ff", "#fade2a",
            "#96d98d");

    private static final int LEFT = 62;
    private static final int BOTTOM = 20;
    private static final int TOP = 6;
    private static final int GRID = 4;
    private static final int NARROW = 420;
    private static final double MEBI = 1024 * 1024;
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneOffset.UTC);

    /** Values by time in seconds; times without a value are gaps. */
    record Line(String name, TreeMap<Long, Double> values) {}

    String svg(int width, int height) {
        var drawn = stacked ? stack() : lines;
        var scale = unit.equals("bytes") ? MEBI : 1;
        var top = scale * round(greatest(drawn) / scale);
        var svg = new StringBuilder("<svg width='%d' height='%d'>".formatted(width, height));
        for (var i = 0; i <= GRID; i++) {
            var y = y(top * i / GRID, top, height);
            svg.append("<line class='grid' x1='%d' x2='%d' y1='%.1f' y2='%.1f'/>".formatted(LEFT, width, y, y));
            svg.append("<text x='%d' y='%.1f' text-anchor='end'>%s</text>"
                    .formatted(LEFT - 6, y + 4, Amount.of(top * i / GRID, unit)));
        }
        for (var i = 0; i <= GRID; i += width < NARROW ? 2 : 1) {
            var time = from + (to - from) * i / GRID;
            svg.append("<text x='%.1f' y='%d' text-anchor='%s'>%s</text>"
                    .formatted(
                            x(time, width),
                            height - 4,
                            i == 0 ? "start" : i == GRID ? "end" : "middle",
                            CLOCK.format(Instant.ofEpochSecond(time))));
        }
        // what lies highest is drawn first, so that the areas of a stack show
        for (var i = drawn.size() - 1; i >= 0; i--) {
            var points = points(drawn.get(i), top, width, height);
            var colour = COLOURS.get(i % COLOURS.size());
            if (stacked && !drawn.get(i).values().isEmpty()) {
                svg.append("<polygon fill='%s' points='%.1f,%.1f %s %.1f,%.1f'/>"
                        .formatted(
                                shade(colour),
                                x(drawn.get(i).values().firstKey(), width),
                                y(0, top, height),
                                points,
                                x(drawn.get(i).values().lastKey(), width),
                                y(0, top, height)));
            }
            svg.append("<polyline fill='none' stroke='%s' stroke-width='1.5' points='%s'/>".formatted(colour, points));
        }
        if (!Double.isNaN(threshold)) {
            var y = y(threshold, top, height);
            svg.append("<line class='threshold' x1='%d' x2='%d' y1='%.1f' y2='%.1f'/>".formatted(LEFT, width, y, y));
        }
        return svg.append("</svg>").toString();
    }

    private double greatest(List<Line> drawn) {
        var value = drawn.stream()
                .flatMap(line -> line.values().values().stream())
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(1);
        return Double.isNaN(threshold) ? value : Math.max(threshold, value);
    }

    private static String shade(String colour) {
        // on the panel's dark ground, as a transparent one would look, but covering the areas behind
        var rgb = Integer.parseInt(colour.substring(1), 16);
        var mixed = new int[] {rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255};
        return String.format(
                "#%02x%02x%02x",
                (mixed[0] * 3 + 24 * 7) / 10, (mixed[1] * 3 + 27 * 7) / 10, (mixed[2] * 3 + 31 * 7) / 10);
    }

    /** Each line with those below it. */
    private List<Line> stack() {
        var below = new TreeMap<Long, Double>();
        var stack = new ArrayList<Line>();
        for (var line : lines) {
            line.values().forEach((time, value) -> below.merge(time, value, Double::sum));
            stack.add(new Line(line.name(), new TreeMap<>(below)));
        }
        return stack;
    }

    private String points(Line line, double top, int width, int height) {
        var points = new StringBuilder();
        for (Map.Entry<Long, Double> value : line.values().entrySet()) {
            points.append(String.format(
                    Locale.ROOT, "%.1f,%.1f ", x(value.getKey(), width), y(value.getValue(), top, height)));
        }
        return points.toString().strip();
    }

    private double x(long time, int width) {
        return LEFT + (width - LEFT) * (double) (time - from) / Math.max(1, to - from);
    }

    private static double y(double value, double top, int height) {
        return height - BOTTOM - (height - BOTTOM - TOP) * value / top;
    }

    /** The next of 1, 2, 4, 8, 10 times a power of ten: each has a round quarter. */
    private static double round(double greatest) {
        if (greatest <= 0) {
            return 1;
        }
        var power = Math.pow(10, Math.floor(Math.log10(greatest)));
        for (var step : new double[] {1, 2, 4, 8}) {
            if (greatest <= step * power) {
                return step * power;
            }
        }
        return 10 * power;
    }
}
