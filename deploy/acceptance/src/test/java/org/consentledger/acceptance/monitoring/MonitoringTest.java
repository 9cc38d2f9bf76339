package org.consentledger.acceptance.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.consentledger.acceptance.RunningLedger;
import org.consentledger.acceptance.console.Chromium;
import org.consentledger.ledger.LedgerDatabase;
import org.consentledger.standalone.ReferenceData;
import org.consentledger.standalone.scenario.Scenario;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A real Prometheus watches a running ledger: on a good day, and while one thing after the other is broken. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MonitoringTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int BREAKING = 100;
    private static final int CALLERS = 16;

    /** More of them make better pictures. */
    private static final int COMMANDS = Integer.getInteger("monitoring.commands", 300);

    @TempDir
    private static Path folder;

    private static EmbeddedPostgres postgres;
    private static RunningLedger ledger;
    private static RunningPrometheus prometheus;
    private static long began;

    @BeforeAll
    static void start() throws Exception {
        postgres = EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
        ledger = RunningLedger.start(LedgerDatabase.on(postgres));
        prometheus = RunningPrometheus.start(
                folder,
                Map.of(
                        "consent-command", ledger.commandManagement().getAuthority(),
                        "consent-query", ledger.queryManagement().getAuthority()),
                RunningLedger.token());
        await("every target is scraped")
                .atMost(SOON)
                .until(() -> prometheus.query("up == 1").size() == 2);
        assertThat(new ReferenceData(ledger.client()).load()).isEmpty();
        began = Instant.now().getEpochSecond();
        tellTheStory();
        // from the second time on, which Prometheus sees as an increase, whatever was counted first in the story
        tellTheStory();
        new Traffic(ledger).send(COMMANDS);
    }

    @AfterAll
    static void stop() throws IOException {
        prometheus.close();
        ledger.close();
        postgres.close();
    }

    private static void tellTheStory() throws Exception {
        var client = ledger.client();
        for (var step : Scenario.reference().steps().toList()) {
            assertThat(step.expect().mismatches(client.play(step)))
                    .as(step.say())
                    .isEmpty();
        }
        var told = commandsCounted(ledger.metricsOfCommand());
        await("Prometheus has seen it")
                .atMost(SOON)
                .untilAsserted(() -> assertThat(prometheus.query("sum(ledger_commands_total)"))
                        .singleElement()
                        .satisfies(
                                sum -> assertThat(sum.at("/value/1").asDouble()).isGreaterThanOrEqualTo(told)));
    }

    private static double commandsCounted(String metrics) {
        return metrics.lines()
                .filter(line -> line.startsWith("ledger_commands_total{"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    @ParameterizedTest
    @ValueSource(strings = {"consent-command", "consent-query"})
    @Order(1)
    void promtoolFindsNothingToSayAboutTheMetrics(String service) {
        var metrics = service.equals("consent-command") ? ledger.metricsOfCommand() : ledger.metricsOfQuery();

        var outcome = PrometheusPrograms.find().promtoolOn(metrics, "check", "metrics");

        assertThat(outcome.said()).isEmpty();
        assertThat(outcome.code()).isZero();
    }

    @Test
    @Order(2)
    void everyRuleCanBeEvaluated() {
        await().atMost(SOON).untilAsserted(() -> assertThat(prometheus.unwell()).isEmpty());
    }

    static Stream<Dashboard> dashboards() {
        return Dashboard.all();
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    @Order(3)
    void everyQueryOfADashboardReturnsData(Dashboard dashboard) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(dashboard.targets().filter(target -> isEmpty(target.sent())))
                        .isEmpty());
    }

    private static boolean isEmpty(String query) {
        return prometheus.query(query).stream().noneMatch(MonitoringTest::isNumber);
    }

    private static boolean isNumber(JsonNode series) {
        return !series.at("/value/1").asString("NaN").equals("NaN");
    }

    /** What the story tells of is there to be alerted of, and nobody would be woken. */
    @Test
    @Order(4)
    void onAGoodDayOnlyWhatThePrivacyOfficerHasToKnowFires() {
        await().atMost(SOON).untilAsserted(() -> assertThat(prometheus.firing()).contains("LedgerReportsWithFindings"));

        var waking = Alert.all().stream()
                .filter(alert -> alert.severity().equals("critical"))
                .map(Alert::name)
                .toList();
        assertThat(prometheus.firing()).doesNotContainAnyElementsOf(waking);
    }

    /** They are kept with those of the console, for people to look at. */
    @Test
    @Order(5)
    void dashboardsAreDrawn() {
        var now = Instant.now().getEpochSecond();
        try (var chromium = Chromium.open()) {
            assertThat(dashboards()).allSatisfy(dashboard -> {
                var file = Path.of("target", "screenshots", dashboard.uid() + ".png");
                new Picture(dashboard, prometheus, began, now).keep(chromium.browser(), file);
                assertThat(file).isNotEmptyFile();
            });
        }
    }

    @Test
    @Order(BREAKING)
    void anAlteredLedgerFires() {
        JdbcClient.create(ledger.database().dataSource())
                .sql("UPDATE ledger.tree SET subtrees = ARRAY[sha256('x')]")
                .update();
        ledger.send("register-recipient", recipient("after-the-alteration"));

        awaitFiring("LedgerVerificationFailed");
    }

    private static Map<String, String> recipient(String code) {
        return Map.of("recipient", code, "name", "Somebody", "class", "SUB_SUPPLIER", "country", "IT");
    }

    @Test
    @Order(BREAKING + 1)
    void aDatabaseThatIsAwayFires() throws IOException {
        postgres.close();

        awaitFiring("LedgerDatabaseAway");
    }

    @Test
    @Order(BREAKING + 2)
    void requestsThatFailFire() {
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(failures()).containsOnly(503);
            assertThat(prometheus.firing()).contains("LedgerErrorBudgetBurnFast");
        });
    }

    private static List<Integer> failures() {
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            return IntStream.range(0, CALLERS)
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> ledger.send("register-recipient", recipient("never-" + i))
                                    .status(),
                            callers))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
        }
    }

    @Test
    @Order(BREAKING + 3)
    void servicesThatAreGoneFire() {
        ledger.close();

        awaitFiring("LedgerTargetDown");
    }

    private static void awaitFiring(String alert) {
        await().atMost(SOON).untilAsserted(() -> assertThat(prometheus.firing()).contains(alert));
    }
}
