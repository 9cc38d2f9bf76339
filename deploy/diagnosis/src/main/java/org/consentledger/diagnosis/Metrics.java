package org.consentledger.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A scrape in Prometheus' text format. */
record Metrics(List<Sample> samples) {

    private static final Pattern LINE = Pattern.compile("([a-zA-Z_:][\\w:]*)(?:\\{(.*)})? (\\S+)(?: \\S+)?");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");

    /** One value. */
    record Sample(String name, String labels, double value) {

        /** Empty if it has no such label. */
        String label(String wanted) {
            var label = LABEL.matcher(labels);
            while (label.find()) {
                if (label.group(1).equals(wanted)) {
                    return label.group(2);
                }
            }
            return "";
        }
    }

    Metrics {
        samples = List.copyOf(samples);
    }

    static Metrics of(String text) {
        var samples = new ArrayList<Sample>();
        text.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
            var sample = LINE.matcher(line);
            if (sample.matches()) {
                samples.add(new Sample(
                        sample.group(1), sample.group(2) == null ? "" : sample.group(2), number(sample.group(3))));
            }
        });
        return new Metrics(samples);
    }

    private static double number(String written) {
        return switch (written) {
            case "+Inf" -> Double.POSITIVE_INFINITY;
            case "-Inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(written);
        };
    }

    Stream<Sample> all(String name) {
        return samples.stream().filter(sample -> sample.name().equals(name));
    }

    /** The highest value under any of these names; empty if none has a number. */
    OptionalDouble highest(String... names) {
        return Stream.of(names)
                .flatMap(this::all)
                .mapToDouble(Sample::value)
                .filter(value -> !Double.isNaN(value))
                .max();
    }
}
