package org.consentledger.acceptance.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules and alerts, by promtool; that each alert can fire and can stay quiet; and that each has a page. */
class AlertsTest {

    private static final PrometheusPrograms PROGRAMS = PrometheusPrograms.find();

    static Stream<Alert> alerts() {
        return Alert.all().stream();
    }

    @Test
    void theConfigurationAndEveryRuleAreWellFormed() {
        var outcome = PROGRAMS.promtool(
                "check",
                "config",
                "--lint-fatal",
                Alert.PROMETHEUS.resolve("prometheus.yml").toString());

        assertThat(outcome.code()).as(outcome.said()).isZero();
    }

    @ParameterizedTest
    @MethodSource("alerts")
    void doesInItsTestsWhatItShould(Alert alert) {
        var outcome = PROGRAMS.promtool("test", "rules", tests(alert).toString());

        assertThat(outcome.code()).as(outcome.said()).isZero();
    }

    /** A case that expects the alert, and a case that expects none though its metrics are there. */
    @ParameterizedTest
    @MethodSource("alerts")
    void firesInOneCaseAndStaysQuietInAnother(Alert alert) {
        var cases = Alert.yaml(tests(alert)).path("tests").valueStream().toList();
        var asked = cases.stream()
                .flatMap(one -> one.path("alert_rule_test").valueStream())
                .filter(one -> one.path("alertname").asString().equals(alert.name()))
                .toList();

        assertThat(cases)
                .allSatisfy(one -> assertThat(one.path("input_series").size())
                        .as(one.path("name").asString())
                        .isPositive());
        assertThat(asked)
                .anySatisfy(one -> assertThat(one.path("exp_alerts").size()).isPositive());
        assertThat(asked)
                .anySatisfy(one -> assertThat(one.path("exp_alerts").size()).isZero());
    }

    @Test
    void everyFileOfTestsIsOneAlerts() {
        assertThat(Alert.filesOf(Alert.TESTS))
                .containsExactlyInAnyOrderElementsOf(
                        alerts().map(AlertsTest::tests).toList());
    }

    @ParameterizedTest
    @MethodSource("alerts")
    void saysWhatIsWrongAndLinksItsPage(Alert alert) throws IOException {
        assertThat(alert.severity()).isIn("critical", "warning");
        assertThat(alert.annotations().path("summary").asString("")).hasSizeBetween(20, 90);
        assertThat(alert.annotations().path("description").asString("")).endsWith(".");
        assertThat(alert.annotations().path("runbook_url").asString(""))
                .isEqualTo("{{ $externalLabels.runbooks }}/" + alert.page() + ".md");

        var page = Files.readString(Alert.RUNBOOKS.resolve(alert.page() + ".md"));
        assertThat(page).startsWith("# " + alert.name() + "\n").containsIgnoringCase("\n" + alert.severity() + ". ");
        assertThat(page.lines().filter(line -> line.startsWith("## ")))
                .isEqualTo(List.of(
                        "## What it means",
                        "## Who is hurt",
                        "## How to look",
                        "## What to do",
                        "## How to see that it is over"));
    }

    @Test
    void everyPageIsOneAlerts() {
        assertThat(Alert.filesOf(Alert.RUNBOOKS).stream()
                        .map(page -> page.getFileName().toString())
                        .filter(page -> !page.equals("README.md")))
                .containsExactlyInAnyOrderElementsOf(
                        alerts().map(alert -> alert.page() + ".md").toList());
    }

    @Test
    void theTableOfAlertsHasEachOfThem() throws IOException {
        var rows = Files.readString(Path.of("..", "docs", "monitoring.md"))
                .lines()
                .filter(line -> line.startsWith("| [`Ledger"))
                .map(line -> line.substring(0, line.indexOf('|', line.indexOf('|', 2) + 1)))
                .toList();

        assertThat(rows)
                .containsExactlyInAnyOrderElementsOf(alerts().map(alert -> "| [`%s`](runbooks/%s.md) | %s "
                                .formatted(alert.name(), alert.page(), alert.severity()))
                        .toList());
    }

    private static Path tests(Alert alert) {
        return Alert.TESTS.resolve(alert.page() + ".yml");
    }
}
