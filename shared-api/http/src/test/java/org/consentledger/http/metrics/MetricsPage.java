package org.consentledger.http.metrics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the documentation says of a service's metrics, and what a scrape of it holds, in a form in which both are the same. */
public final class MetricsPage {

    private static final Path PAGE = Path.of("../deploy/docs/metrics.md");

    private static final Pattern ROW = Pattern.compile(
            "\\| `(?<name>[a-z_]+)` \\| (?<type>counter|gauge|histogram|summary) \\| (?<labels>[^|]*)\\| (?<of>command|query|both|relay) \\| .+ \\|");
    private static final Pattern TYPE = Pattern.compile("# TYPE (?<name>\\S+) (?<type>\\S+)");
    private static final Pattern SAMPLE = Pattern.compile("(?<name>[a-z_]+)(?:\\{(?<labels>.*)})? \\S+");
    private static final Pattern LABEL = Pattern.compile("(?<name>[a-z_]+)=\"(?:[^\"\\\\]|\\\\.)*\"");

    private static final List<String> OURS = List.of("ledger_", "projection_", "http_");

    private MetricsPage() {}

    /** A family of metrics as the page or a scrape has it. */
    public record Metric(String name, String type, Set<String> labels) implements Comparable<Metric> {

        @Override
        public int compareTo(Metric other) {
            return name.compareTo(other.name);
        }
    }

    /**
     * What the page says.
     *
     * @param service {@code command} or {@code query}; {@code relay} for what consent-query has besides where its relay is on, and for what both have
     */
    public static Set<Metric> of(String service) {
        try (var lines = Files.lines(PAGE)) {
            var metrics = new TreeSet<Metric>();
            lines.map(ROW::matcher)
                    .filter(row -> row.matches() && Set.of(service, "both").contains(row.group("of")))
                    .map(row -> new Metric(
                            row.group("name"),
                            row.group("type"),
                            new TreeSet<>(Arrays.stream(row.group("labels").split(","))
                                    .map(label -> label.replace("`", "").strip())
                                    .filter(label -> !label.isEmpty())
                                    .toList())))
                    .forEach(metrics::add);
            return metrics;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ours in a scrape as text; the highest values, which every histogram has besides, stand for no metric of their own. */
    public static Set<Metric> scraped(String text) {
        var types = TYPE.matcher(text)
                .results()
                .filter(type -> OURS.stream().anyMatch(type.group("name")::startsWith))
                .toList();
        var names = types.stream().map(type -> type.group("name")).toList();
        var metrics = new TreeSet<Metric>();
        types.stream()
                .filter(type -> !names.contains(type.group("name").replaceFirst("_max$", ""))
                        || !type.group("name").endsWith("_max"))
                .map(type -> new Metric(type.group("name"), type.group("type"), labels(text, type.group("name"))))
                .forEach(metrics::add);
        return metrics;
    }

    private static Set<String> labels(String text, String family) {
        var samples = Set.of(family, family + "_bucket", family + "_sum", family + "_count");
        var labels = new TreeSet<String>();
        text.lines()
                .map(SAMPLE::matcher)
                .filter(sample -> sample.matches() && samples.contains(sample.group("name")))
                .flatMap(sample -> Stream.ofNullable(sample.group("labels")))
                .flatMap(found -> LABEL.matcher(found).results().map(label -> label.group("name")))
                .filter(label -> !label.equals("le"))
                .forEach(labels::add);
        return labels;
    }

    /** What is scraped without a word on what it is, of whatever maker. */
    public static List<String> withoutHelp(String text) {
        return TYPE.matcher(text)
                .results()
                .map(type -> type.group("name"))
                .filter(name -> !Pattern.compile("(?m)^# HELP " + name + " \\S")
                        .matcher(text)
                        .find())
                .toList();
    }
}
