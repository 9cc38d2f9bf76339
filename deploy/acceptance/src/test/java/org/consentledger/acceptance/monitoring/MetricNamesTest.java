package org.consentledger.acceptance.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A metric that nobody serves is never missed by an alert: it only stays quiet. So each that is asked for is on the page of metrics. */
class MetricNamesTest {

    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| `([a-z_]+)` \\| (counter|gauge|histogram|summary) \\|");
    private static final Pattern OF_OTHERS = Pattern.compile("(hikaricp|jvm|process|tomcat)_[a-z_]+|up|ALERTS");

    /** Strings, selectors, windows, and the labels of a grouping; no names of metrics are in any of them. */
    private static final Pattern NO_NAMES = Pattern.compile(
            "\"[^\"]*\"|\\{[^}]*}|\\[[^]]*]|\\b(by|without|on|ignoring|group_left|group_right)\\s*\\([^)]*\\)");

    private static final Pattern NAME = Pattern.compile("(?<![\\w:.$])[a-zA-Z_:][\\w:]*+(?!\\s*\\()");
    private static final Set<String> WORDS = Set.of("and", "or", "unless", "bool", "offset");
    private static final Pattern QUERY = Pattern.compile("```promql\n(.*?)\n```", Pattern.DOTALL);
    private static final Pattern IN_TEXT = Pattern.compile("`((?:ledger|projection|http)_[a-z_]+)`");
    private static final Set<String> LOGINS = Set.of("ledger_writer", "ledger_reader", "ledger_owner");

    static Set<String> namesIn(String query) {
        return NAME.matcher(NO_NAMES.matcher(query).replaceAll(" "))
                .results()
                .map(found -> found.group())
                .filter(name -> !WORDS.contains(name))
                .collect(Collectors.toSet());
    }

    @Test
    void namesAreFoundInAQuery() {
        assertThat(namesIn(
                        "max by (job) (a_b{le=\"x_y\"} unless on (c) d == 0) / rate(e:f:g[5m]) offset 14d > 2 * 0.001"))
                .containsExactlyInAnyOrder("a_b", "d", "e:f:g");
    }

    @Test
    void everyMetricThatIsAskedForIsServed() throws IOException {
        var known = served();
        known.addAll(recorded());

        assertThat(asked().filter(name ->
                        !known.contains(name) && !OF_OTHERS.matcher(name).matches()))
                .isEmpty();
    }

    @Test
    void everyRecordingRuleIsUsed() {
        assertThat(asked().toList()).containsAll(recorded());
    }

    private static Set<String> served() throws IOException {
        var served = ROW.matcher(Files.readString(Path.of("..", "docs", "metrics.md")))
                .results()
                .flatMap(row -> series(row.group(1), row.group(2)))
                .collect(Collectors.toSet());
        assertThat(served).isNotEmpty();
        return served;
    }

    private static Stream<String> series(String name, String type) {
        var endings = switch (type) {
            case "histogram" -> List.of("_bucket", "_count", "_sum", "_max");
            case "summary" -> List.of("_count", "_sum", "_max");
            default -> List.of("");
        };
        return endings.stream().map(ending -> name + ending);
    }

    private static List<String> recorded() {
        var recorded = Alert.filesOf(Alert.RULES).stream()
                .flatMap(file -> Alert.yaml(file).findValuesAsString("record").stream())
                .toList();
        assertThat(recorded).isNotEmpty();
        return recorded;
    }

    private static Stream<String> asked() {
        var pages = RunbooksTest.pages().map(MetricNamesTest::read).toList();
        var queries = Stream.of(
                        Alert.filesOf(Alert.RULES).stream()
                                .flatMap(file -> Alert.yaml(file).findValuesAsString("expr").stream()),
                        Dashboard.all().flatMap(dashboard -> dashboard.json().findValuesAsString("expr").stream()),
                        pages.stream()
                                .flatMap(page -> QUERY.matcher(page).results())
                                .map(found -> found.group(1)))
                .flatMap(each -> each);
        var told = pages.stream()
                .flatMap(page -> IN_TEXT.matcher(page).results())
                .map(found -> found.group(1))
                .filter(name -> !LOGINS.contains(name));
        return Stream.concat(queries.map(MetricNamesTest::namesIn).flatMap(Collection::stream), told);
    }

    private static String read(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
