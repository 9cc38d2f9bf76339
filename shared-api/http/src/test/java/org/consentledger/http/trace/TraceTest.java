package org.consentledger.http.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.net.http.HttpRequest;
import java.util.UUID;
import org.consentledger.http.EdgeTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What a request's span tells, and what it does not. */
class TraceTest extends EdgeTest {

    private static final String CALLERS_SPAN = "00f067aa0ba902b7";
    private static final TraceCollector COLLECTOR = TraceCollector.start();

    @DynamicPropertySource
    static void collector(DynamicPropertyRegistry properties) {
        properties.add("traces.url", COLLECTOR::url);
        properties.add("traces.sampled", () -> "0");
    }

    @AfterAll
    static void stop() {
        COLLECTOR.close();
    }

    private static String newTrace() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    private HttpRequest.Builder keptTrace(String traceId, String path) {
        return to(path).header("traceparent", "00-" + traceId + "-" + CALLERS_SPAN + "-01");
    }

    @Test
    void tellsMethodRouteAndStatusAndNothingElse() {
        var trace = newTrace();
        send(keptTrace(trace, "/v1/samples/planted-in-a-path?colour=GREEN&at=2016-11-02T10:15:00Z")
                .header("tracestate", "planted=state")
                .header("baggage", "planted=baggage")
                .header("User-Agent", "planted-agent"));

        var span = COLLECTOR.span(received -> received.traceId().equals(trace));

        assertThat(span.name()).isEqualTo("GET /v1/samples/{subject}");
        assertThat(span.parentId()).isEqualTo(CALLERS_SPAN);
        assertThat(span.span().getTraceState()).isEmpty();
        assertThat(span.attributes())
                .containsOnly(
                        entry("http.request.method", "GET"),
                        entry("http.route", "/v1/samples/{subject}"),
                        entry("http.response.status_code", "200"));
        assertThat(COLLECTOR.everything())
                .contains("/v1/samples/{subject}")
                .doesNotContain("planted")
                .doesNotContain("colour");
    }

    @Test
    void aFailureShows() {
        var trace = newTrace();
        var body = "{\"subject\":\"crash\",\"codes\":[\"a\"],\"colour\":\"RED\"}";
        send(keptTrace(trace, "/v1/samples")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));

        var span = COLLECTOR.span(received -> received.traceId().equals(trace));

        assertThat(span.attributes()).contains(entry("http.response.status_code", "500"), entry("error.type", "500"));
        assertThat(span.span().getStatus().getCodeValue()).isEqualTo(2);
        assertThat(span.span().getStatus().getMessage()).isEmpty();
        assertThat(span.span().getEventsList()).isEmpty();
    }

    @Test
    void whoIsTurnedAwayHasNoRoute() {
        var trace = newTrace();
        send(anonymouslyTo("/v1/samples/planted-stranger")
                .header("traceparent", "00-" + trace + "-" + CALLERS_SPAN + "-01"));

        assertThat(COLLECTOR.span(received -> received.traceId().equals(trace)).name())
                .isEqualTo("GET");
    }

    @ParameterizedTest
    @ValueSource(strings = {"00-%s-00f067aa0ba902b7-00", "00-%s-00f067aa0ba902b7", "ff-%s-00f067aa0ba902b7-01", "%s"})
    void aTraceThatTheCallerDoesNotKeepOrThatIsWrittenWronglyIsNotKept(String form) {
        var trace = newTrace();
        send(to("/v1/samples/planted-untraced").header("traceparent", form.formatted(trace)));
        aLaterOneHasCome();

        assertThat(COLLECTOR.trace(trace)).isEmpty();
    }

    @Test
    void twoTracesAreNone() {
        var one = newTrace();
        var other = newTrace();
        send(keptTrace(one, "/v1/samples/planted-twice")
                .header("traceparent", "00-" + other + "-" + CALLERS_SPAN + "-01"));
        aLaterOneHasCome();

        assertThat(COLLECTOR.trace(one)).isEmpty();
        assertThat(COLLECTOR.trace(other)).isEmpty();
    }

    /** Spans are sent in the order in which they end. */
    private void aLaterOneHasCome() {
        var later = newTrace();
        send(keptTrace(later, "/v1/samples/planted-later"));
        COLLECTOR.span(received -> received.traceId().equals(later));
    }
}
