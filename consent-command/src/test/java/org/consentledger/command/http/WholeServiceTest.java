package org.consentledger.command.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.consentledger.command.desk.CommandNode;
import org.consentledger.http.access.TestIssuer;
import org.consentledger.http.metrics.MetricsPage;
import org.consentledger.ledger.LedgerDatabase;
import org.consentledger.ledger.reading.EventFilter;
import org.consentledger.ledger.reading.LedgerReader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/** The web edge, the desk and the ledger together, and the management port beside them. */
class WholeServiceTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static ConfigurableApplicationContext service;

    @BeforeAll
    static void start() {
        service = CommandNode.start(LedgerDatabase.fresh());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void aConsentLetsATransferThroughAndItsRevocationStopsIt() throws Exception {
        post("publish-notice", Bodies.COMPLETE.get("publish-notice"), "notice");
        post("register-recipient", Bodies.COMPLETE.get("register-recipient"), "recipient");
        var given = post("give-consent", Bodies.COMPLETE.get("give-consent").replace(",\"website-images\"", ""), "yes");
        var transfer = Bodies.COMPLETE.get("record-transfer").replace(",\"orders\"", "");
        var permitted = post("record-transfer", transfer, "first");
        var replayed = post("record-transfer", transfer, "first");
        post("revoke-consent", Bodies.COMPLETE.get("revoke-consent"), "no");
        var refused = post("record-transfer", transfer.replace("2016-11-20", "2016-12-20"), "second");

        assertThat(given.statusCode()).as(given.body()).isEqualTo(201);
        assertThat(permitted.statusCode()).as(permitted.body()).isEqualTo(201);
        assertThat(JSON.readTree(permitted.body()).at("/decision/verdict").asString())
                .isEqualTo("PERMITTED");
        assertThat(replayed.statusCode()).isEqualTo(201);
        assertThat(replayed.headers().firstValue("Idempotent-Replayed")).contains("true");
        assertThat(replayed.body()).isEqualTo(permitted.body());
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(JSON.readTree(refused.body()).at("/decision/reasons/0").asString())
                .isEqualTo("CONSENT_REVOKED");
    }

    @Test
    void aKeyIsGoodForOneRequest() throws Exception {
        post("register-recipient", Bodies.COMPLETE.get("register-recipient"), "mine");
        var other = post("retire-recipient", Bodies.COMPLETE.get("retire-recipient"), "mine");

        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(other.body()).contains("IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void theManagementPortSpeaksItsOwnLanguage() throws Exception {
        var health = get("local.management.port", "/actuator/health/readiness");
        var metrics = get("local.management.port", "/actuator/prometheus");
        var nothing = get("local.management.port", "/actuator/nothing");

        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(health.body()).contains("\"UP\"");
        assertThat(metrics.statusCode()).isEqualTo(200);
        assertThat(metrics.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/plain");
        assertThat(nothing.statusCode()).isEqualTo(404);
        assertThat(get("local.server.port", "/actuator/health").statusCode()).isEqualTo(404);
    }

    /** The page is what operators know of metrics: nothing of it may be missing, and nothing may be there besides. */
    @Test
    void everyMetricIsWhatItsPageSaysAndNoneIsMissing() throws Exception {
        post(
                "register-recipient",
                "{\"recipient\":\"measured\",\"name\":\"Measured\",\"class\":\"SUB_SUPPLIER\",\"country\":\"IT\"}",
                "measured");

        await().untilAsserted(() -> {
            var scrape = get("local.management.port", "/actuator/prometheus").body();
            assertThat(MetricsPage.scraped(scrape)).isEqualTo(MetricsPage.of("command"));
            assertThat(MetricsPage.withoutHelp(scrape)).isEmpty();
        });
    }

    @Test
    void whatCanHappenIsCountedFromTheStart() throws Exception {
        assertThat(get("local.management.port", "/actuator/prometheus").body())
                .contains(
                        "ledger_commands_total{command=\"erase-subject\",outcome=\"failed\"} 0.0",
                        "ledger_commands_total{command=\"expire-consent\",outcome=\"busy\"} 0.0",
                        "ledger_commands_total{command=\"carry-out-erasure\",outcome=\"busy\"} 0.0",
                        "ledger_revocations_total{purpose=\"*\"}",
                        "http_tokens_rejected_total{reason=\"bad_signature\"} 0.0");
    }

    /** Nothing is sent anywhere; what the caller keeps can be found again all the same. */
    @Test
    void withoutACollectorTheCallersTraceIsHandedOn() throws Exception {
        var kept = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
        post("register-recipient", body("traced"), "traced", "traceparent", kept);
        post("register-recipient", body("half-traced"), "half-traced", "traceparent", kept.replaceFirst("01$", "00"));
        post("register-recipient", body("untraced"), "untraced");

        assertThat(traceParent("recipient-traced")).isEqualTo(kept);
        assertThat(traceParent("recipient-half-traced")).isEmpty();
        assertThat(traceParent("recipient-untraced")).isEmpty();
        var metrics = send(HttpRequest.newBuilder(uri("local.management.port", "/actuator/prometheus"))
                .header("Authorization", TestIssuer.authorization())
                .header("Accept", "application/openmetrics-text; version=1.0.0; charset=utf-8"));
        assertThat(metrics.body()).contains("trace_id=\"4bf92f3577b34da6a3ce929d0e0e4736\"");
    }

    private static String body(String recipient) {
        return Bodies.COMPLETE.get("register-recipient").replace("mailing-house", recipient);
    }

    private static String traceParent(String streamId) {
        var event = service.getBean(LedgerReader.class)
                .read(new EventFilter(-1, 1, null, streamId, null))
                .getFirst();
        return JSON.readTree(event.metadata()).path("traceparent").asString("");
    }

    @Test
    void aLineOfTheLogNamesTheRequestAndTheTraceIfItHasOne() {
        assertThat(correlation(Map.of("requestId", "r-1", "traceId", "4bf92f35")))
                .isEqualTo("[r-1 4bf92f35] ");
        assertThat(correlation(Map.of("requestId", "r-1"))).isEqualTo("[r-1] ");
        assertThat(correlation(Map.of())).isEqualTo("[] ");
    }

    private static String correlation(Map<String, String> context) {
        var layout = new PatternLayout();
        layout.setContext(new LoggerContext());
        layout.setPattern(service.getEnvironment().getRequiredProperty("logging.pattern.correlation"));
        layout.start();
        var event = new LoggingEvent();
        event.setMDCPropertyMap(context);
        event.setMessage("");
        return layout.doLayout(event);
    }

    /** As probes and curl ask. */
    @Test
    void healthIsToldToWhoeverTakesAnything() throws Exception {
        var request = HttpRequest.newBuilder(uri("local.management.port", "/actuator/health/liveness"));

        assertThat(send(request.header("Accept", "*/*")).statusCode()).isEqualTo(200);
    }

    private static HttpResponse<String> post(String command, String body, String key, String... headers)
            throws Exception {
        var request = HttpRequest.newBuilder(uri("local.server.port", "/v1/commands/" + command))
                .header("Authorization", TestIssuer.authorization())
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(body));
        for (var i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return send(request);
    }

    private static HttpResponse<String> get(String port, String path) throws Exception {
        return send(HttpRequest.newBuilder(uri(port, path)).header("Authorization", TestIssuer.authorization()));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    private static URI uri(String port, String path) {
        return URI.create("http://localhost:" + service.getEnvironment().getRequiredProperty(port) + path);
    }
}
