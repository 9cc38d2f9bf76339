package org.consentledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.consentledger.http.trace.TraceCollector;
import org.consentledger.http.trace.TraceCollector.Received;
import org.consentledger.ledger.AtOnce;
import org.consentledger.log.note.SigningKey;
import org.consentledger.verifier.Verifier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A caller's trace, from its request through command and event to the projections, and from a metric back to it. */
class TraceTest {

    private static final String COMMAND = "object-to-processing";
    /** The last one is there if a metric names the span. */
    private static final List<String> TOLD_OF_A_COMMAND =
            List.of("ledger.command", "ledger.outcome", "ledger.position", "ledger.events", "exemplar");

    private static final String CALLERS_SPAN = "00f067aa0ba902b7";

    private static TraceCollector collector;
    private static RunningLedger ledger;

    @BeforeAll
    static void start() {
        collector = TraceCollector.start();
        ledger = RunningLedger.start(Map.of(
                "traces.url",
                collector.url(),
                "traces.sampled",
                "0",
                "management.metrics.distribution.slo.http.server.requests",
                "100ms,10s"));
    }

    @AfterAll
    static void stop() {
        ledger.close();
        collector.close();
    }

    private static String newTrace() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    /** The id of the event that it recorded. */
    private static String object(String subject, int day, String traceId, boolean isKept) {
        var answer = ledger.send(
                COMMAND,
                Map.of(
                        "subject",
                        subject,
                        "purposes",
                        List.of("interest-ads"),
                        "channel",
                        "EMAIL",
                        "objectedAt",
                        "2016-12-%02dT08:00:00Z".formatted(day)),
                Map.of("traceparent", "00-" + traceId + "-" + CALLERS_SPAN + (isKept ? "-01" : "-00")));
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        return answer.at("/events/0/id").asString();
    }

    /** By event id; empty where it has none. */
    private static Map<String, String> traceParents() {
        return ledger.ask("/v1/events?limit=500&type=ProcessingObjected")
                .at("/events")
                .valueStream()
                .collect(Collectors.toMap(
                        event -> event.get("id").asString(),
                        event -> event.path("traceparent").asString("")));
    }

    @Test
    void oneTraceLeadsFromTheRequestToTheRows() {
        var trace = newTrace();
        var event = object("planted-traced", 1, trace, true);

        var request = spanOf(trace, "POST /v1/commands/" + COMMAND);
        var command = spanOf(trace, COMMAND);
        var append = spanOf(trace, "append");
        assertThat(request.parentId()).isEqualTo(CALLERS_SPAN);
        assertThat(command.parentId()).isEqualTo(request.spanId());
        assertThat(append.parentId()).isEqualTo(command.spanId());
        assertThat(List.of(request, command, append))
                .extracting(Received::service)
                .containsOnly("consent-command");
        var position = ledger.ask("/v1/events?limit=500&type=ProcessingObjected")
                .at("/events")
                .valueStream()
                .filter(recorded -> recorded.get("id").asString().equals(event))
                .findFirst()
                .orElseThrow()
                .get("position")
                .asString();
        assertThat(command.attributes())
                .containsAllEntriesOf(Map.of(
                        "ledger.command",
                        COMMAND,
                        "ledger.outcome",
                        "recorded",
                        "ledger.position",
                        position,
                        "ledger.events",
                        "1"))
                .allSatisfy((name, value) -> assertThat(name).isIn(TOLD_OF_A_COMMAND));
        assertThat(append.attributes())
                .isEqualTo(Map.of(
                        "ledger.append.batch_size",
                        "1",
                        "ledger.append.outcome",
                        "Recorded",
                        "ledger.position",
                        position));

        assertThat(traceParents().get(event)).isEqualTo("00-" + trace + "-" + command.spanId() + "-01");

        var projected = collector.span(span -> span.links().contains(trace + "-" + command.spanId()));
        assertThat(projected.service()).isEqualTo("consent-query");
        assertThat(projected.name()).startsWith("project ");
        assertThat(projected.parentId()).isEmpty();
        assertThat(projected.attributes()).containsOnlyKeys("ledger.projection", "ledger.events", "ledger.position");
    }

    private static Received spanOf(String trace, String name) {
        return collector.span(
                span -> span.traceId().equals(trace) && span.name().equals(name));
    }

    /** Half of them on the same few streams, where commands wait for each other, conflict and are tried again. */
    @Test
    void commandsThatShareCommitsKeepTheirOwnTraces() throws Exception {
        record Sent(String event, String trace, boolean isKept) {}
        var sent = AtOnce.call(48, number -> {
            var trace = newTrace();
            var isKept = number % 3 != 0;
            var subject = number % 2 == 0 ? "planted-shared-" + number % 3 : "planted-alone-" + number;
            return new Sent(object(subject, 1 + number % 28, trace, isKept), trace, isKept);
        });

        var parents = traceParents();

        assertThat(sent).allSatisfy(command -> {
            var parent = parents.get(command.event());
            if (command.isKept()) {
                assertThat(parent).startsWith("00-" + command.trace() + "-").endsWith("-01");
            } else {
                assertThat(parent).isEmpty();
            }
        });
        for (var command : sent) {
            if (command.isKept()) {
                assertThat(parents.get(command.event()))
                        .contains(spanOf(command.trace(), COMMAND).spanId());
                spanOf(command.trace(), "append");
            }
        }
    }

    @Test
    void nobodyIsNamedInASpan() {
        var trace = newTrace();
        object("planted-unnamed", 1, trace, true);
        var subjectId = ledger.ask("/v1/subjects/planted-unnamed/history", traced(trace))
                .at("/events/0/subject")
                .asString();
        ledger.ask("/v1/subjects/planted-unnamed/consents", traced(trace));
        spanOf(trace, "GET /v1/subjects/{subject}/history");
        spanOf(trace, "GET /v1/subjects/{subject}/consents");
        var command = spanOf(trace, COMMAND);
        collector.span(span -> span.links().contains(trace + "-" + command.spanId()));

        assertThat(subjectId).startsWith("s-");
        assertThat(collector.everything()).doesNotContain("planted").doesNotContain(subjectId);
    }

    private static Map<String, String> traced(String trace) {
        return Map.of("traceparent", "00-" + trace + "-" + CALLERS_SPAN + "-01");
    }

    /** A bucket keeps its exemplar for some seconds, so it may be one of another test's traces. */
    @ParameterizedTest
    @ValueSource(strings = {"ledger_command_duration_seconds_bucket", "http_server_requests_seconds_bucket"})
    void aMetricLeadsToATrace(String metric) {
        object("planted-measured", 1 + Math.floorMod(metric.hashCode(), 28), newTrace(), true);
        var line = Pattern.compile("(?m)^" + metric + "\\{.*# \\{(.*)} .*$");

        var metrics = ledger.openMetricsOfCommand();

        var exemplars = line.matcher(metrics)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
        assertThat(exemplars).isNotEmpty();
        var label = Pattern.compile("trace_id=\"([0-9a-f]{32})\"");
        assertThat(exemplars).allSatisfy(exemplar -> {
            var found = label.matcher(exemplar);
            assertThat(found.find()).as(exemplar).isTrue();
            assertThat(collector.span(span -> span.traceId().equals(found.group(1))))
                    .isNotNull();
        });
    }

    @Test
    void theLogProvesAnEventWithItsTrace(@TempDir Path folder) throws IOException {
        object("planted-proved", 1, newTrace(), true);
        object("planted-proved", 2, newTrace(), false);
        var size = 1 + ledger.ask("/v1/events?limit=1").at("/position").asLong();
        await().untilAsserted(() -> assertThat(sizeOfCheckpoint()).isGreaterThanOrEqualTo(size));
        var export = Files.writeString(folder.resolve("export.ndjson"), ledger.raw("/v1/log/export"));
        var key = SigningKey.parse(Files.readString(ledger.database().signingKeyFile()))
                .verification()
                .toString();
        var said = new StringWriter();
        var out = new PrintWriter(said, true);

        var code = Verifier.run(out, out, "verify", "--export", export.toString(), "--key", key);

        assertThat(code).as(said.toString()).isZero();
    }

    private static long sizeOfCheckpoint() {
        return ledger.raw("/v1/log/checkpoint")
                .lines()
                .skip(1)
                .findFirst()
                .map(Long::parseLong)
                .orElse(0L);
    }
}
