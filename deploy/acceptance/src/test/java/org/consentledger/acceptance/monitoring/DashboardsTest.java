package org.consentledger.acceptance.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What Grafana needs of a dashboard, and what an operator does. That its queries return data is seen on a running ledger. */
class DashboardsTest {

    /** Of Grafana's own panels those that are used here. */
    private static final Set<String> TYPES = Set.of("row", "stat", "timeseries", "bargauge");

    /** Of Grafana's own units those that are used here. */
    private static final Set<String> UNITS = Set.of("short", "s", "bytes", "percentunit", "reqps", "cps");

    private static final Set<String> COLOURS = Set.of("green", "orange", "red");
    private static final int COLUMNS = 24;
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{?([a-zA-Z_]+)}?");
    private static final Pattern RUNBOOK = Pattern.compile("\\$\\{runbooks}/([a-zA-Z-]+\\.md)");

    @TempDir
    private Path folder;

    static Stream<Dashboard> dashboards() {
        return Dashboard.all();
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void hasANameAndAPlaceOfItsOwn(Dashboard dashboard) {
        assertThat(dashboard.uid()).matches("ledger-[a-z]+");
        assertThat(dashboard.file()).hasFileName(dashboard.uid().substring("ledger-".length()) + ".json");
        assertThat(dashboard.json().path("schemaVersion").asInt()).isEqualTo(41);
        assertThat(dashboard.json().path("description").asString("")).endsWith(".");
        assertThat(dashboard.json().path("tags").valueStream().map(tag -> tag.asString()))
                .containsExactly("consent-ledger");
        assertThat(dashboard.json().has("id")).as("an id of another Grafana").isFalse();
    }

    @Test
    void uidsAndTitlesAreUnique() {
        assertThat(dashboards().map(Dashboard::uid)).hasSize(3).doesNotHaveDuplicates();
        assertThat(dashboards().map(Dashboard::toString)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void panelsStandBesideEachOther(Dashboard dashboard) {
        var panels = dashboard.panels();
        assertThat(panels.stream().map(panel -> panel.json().path("id").asInt()))
                .doesNotHaveDuplicates();
        for (var panel : panels) {
            assertThat(panel.place("w")).as(panel.title()).isPositive();
            assertThat(panel.place("h")).as(panel.title()).isPositive();
            assertThat(panel.place("x")).as(panel.title()).isNotNegative();
            assertThat(panel.place("x") + panel.place("w")).as(panel.title()).isLessThanOrEqualTo(COLUMNS);
            assertThat(panels.stream().filter(panel::overlaps))
                    .as("what lies where " + panel + " is")
                    .containsExactly(panel);
        }
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void panelsSayWhatTheyShow(Dashboard dashboard) {
        assertThat(dashboard.panels()).allSatisfy(panel -> assertThat(TYPES).contains(panel.type()));
        assertThat(dashboard.pictures()).isNotEmpty().allSatisfy(panel -> {
            assertThat(panel.title()).isNotBlank();
            assertThat(panel.json().path("description").asString("")).endsWith(".");
            assertThat(UNITS).contains(panel.unit());
            assertThat(panel.json().at("/datasource/uid").asString()).isEqualTo("${datasource}");
            assertThat(panel.json().at("/datasource/type").asString()).isEqualTo("prometheus");
            assertThat(panel.targets()).isNotEmpty();
            assertThat(panel.json()
                            .path("targets")
                            .valueStream()
                            .map(target -> target.path("refId").asString()))
                    .doesNotHaveDuplicates();
            thresholdsRise(panel);
        });
    }

    private static void thresholdsRise(Dashboard.Panel panel) {
        var steps = panel.json()
                .at("/fieldConfig/defaults/thresholds/steps")
                .valueStream()
                .toList();
        assertThat(steps).isNotEmpty();
        assertThat(steps.getFirst().path("value").isNull())
                .as("the first has no beginning")
                .isTrue();
        assertThat(steps.stream().skip(1).map(step -> step.path("value").asDouble()))
                .isSorted();
        assertThat(COLOURS)
                .containsAll(steps.stream()
                        .map(step -> step.path("color").asString())
                        .toList());
    }

    /** A point of a latency leads to its trace. */
    @ParameterizedTest
    @MethodSource("dashboards")
    void latenciesShowExemplars(Dashboard dashboard) {
        assertThat(dashboard
                        .pictures()
                        .flatMap(panel -> panel.json().path("targets").valueStream()))
                .allSatisfy(target -> assertThat(target.path("exemplar").asBoolean(false))
                        .as(target.path("expr").asString())
                        .isEqualTo(target.path("expr").asString().contains("histogram_quantile")));
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void variablesAreKnown(Dashboard dashboard) {
        var known = Stream.concat(
                        Stream.of("__rate_interval"),
                        dashboard
                                .json()
                                .at("/templating/list")
                                .valueStream()
                                .map(variable -> variable.path("name").asString()))
                .toList();
        assertThat(known).contains("datasource", "runbooks");
        assertThat(VARIABLE.matcher(dashboard.json().toString()).results().map(found -> found.group(1)))
                .isSubsetOf(known);
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void linksLeadToRunbooks(Dashboard dashboard) {
        var pages = RUNBOOK.matcher(dashboard.json().toString())
                .results()
                .map(found -> found.group(1))
                .toList();

        assertThat(pages)
                .hasSizeGreaterThan(2)
                .allSatisfy(page -> assertThat(Alert.RUNBOOKS.resolve(page)).exists());
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void queriesParse(Dashboard dashboard) throws IOException {
        var outcome =
                new Queries(dashboard.targets().map(Dashboard.Target::sent).toList()).check(folder);

        assertThat(outcome.code()).as(outcome.said()).isZero();
    }

    /** What provisioning names is there. */
    @Test
    void provisioningFindsThem() throws IOException {
        var provisioning = Dashboard.GRAFANA.resolve("provisioning");
        var source =
                Alert.yaml(provisioning.resolve("datasources/prometheus.yml")).at("/datasources/0");
        var provider = Alert.yaml(provisioning.resolve("dashboards/ledger.yml")).at("/providers/0");

        assertThat(source.path("type").asString()).isEqualTo("prometheus");
        assertThat(source.path("isDefault").asBoolean()).isTrue();
        assertThat(source.at("/jsonData/timeInterval").asString())
                .isEqualTo(Alert.yaml(Alert.PROMETHEUS.resolve("prometheus.yml"))
                        .at("/global/scrape_interval")
                        .asString());
        assertThat(provider.path("type").asString()).isEqualTo("file");
        assertThat(Files.readString(Path.of("..", "docs", "monitoring.md")))
                .contains(List.of(
                        "deploy/grafana/dashboards:"
                                + provider.at("/options/path").asString(),
                        "deploy/grafana/provisioning:/etc/grafana/provisioning"));
    }
}
