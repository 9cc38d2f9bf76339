package org.consentledger.ledger.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceParentTest {

    private static final TraceParent KEPT = new TraceParent("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
    private static final TraceParent NOT_KEPT =
            new TraceParent("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00");

    private static Span at(TraceParent parent) {
        return Span.wrap(parent.spanContext());
    }

    @Test
    void isThatOfTheSpanAtWorkIfItIsKept() {
        assertThat(TraceParent.current()).isEmpty();
        try (var _ = at(KEPT).makeCurrent()) {
            assertThat(TraceParent.current()).contains(KEPT);
        }
        try (var _ = at(NOT_KEPT).makeCurrent()) {
            assertThat(TraceParent.current()).isEmpty();
        }
    }

    @Test
    void isFoundAgainBesideTheEvent() {
        assertThat(TraceParent.in("{\"commandId\":\"c\",\"traceparent\":\"" + KEPT.value() + "\"}"))
                .contains(KEPT);
        assertThat(KEPT.spanContext().getTraceId()).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
        assertThat(KEPT.spanContext().getSpanId()).isEqualTo("00f067aa0ba902b7");
        assertThat(KEPT.spanContext().isSampled()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"clientId\":\"traceparent\"}",
                "{\"clientId\":\"\\\"traceparent\\\":\\\"00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01\\\"\"}",
                "{\"traceparent\":null}",
                "{\"traceparent\":7}",
                "{\"traceparent\":\"somewhere\"}",
                "{\"traceparent\":\"00-00000000000000000000000000000000-00f067aa0ba902b7-01\"}"
            })
    void anythingElseIsNone(String metadata) {
        assertThat(TraceParent.in(metadata)).isEmpty();
    }
}
