package org.consentledger.http.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.IdGenerator;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.samplers.SamplingDecision;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TraceSamplerTest {

    private static final Context NO_PARENT = Context.root();

    private final TraceSampler none = new TraceSampler(0, 3);

    private static SpanContext callers(TraceFlags flags) {
        return SpanContext.createFromRemoteParent(
                IdGenerator.random().generateTraceId(),
                IdGenerator.random().generateSpanId(),
                flags,
                TraceState.getDefault());
    }

    private static Context below(SpanContext parent) {
        return Context.root().with(Span.wrap(parent));
    }

    private static boolean keeps(TraceSampler sampler, Context parent, SpanContext... links) {
        var traceId = IdGenerator.random().generateTraceId();
        var linked = List.of(links).stream().map(LinkData::create).toList();
        return sampler.shouldSample(parent, traceId, "x", SpanKind.SERVER, Attributes.empty(), linked)
                        .getDecision()
                == SamplingDecision.RECORD_AND_SAMPLE;
    }

    @Test
    void keepsWhatCallersKeepUpToALimit() {
        var kept = IntStream.range(0, 50)
                .filter(_ -> keeps(none, below(callers(TraceFlags.getSampled()))))
                .count();

        // three at once, and what a second of so slow a test may add
        assertThat(kept).isBetween(3L, 20L);
    }

    @Test
    void whatIsWithinTheServiceCostsNothingOfIt() {
        var within = SpanContext.create(
                IdGenerator.random().generateTraceId(),
                IdGenerator.random().generateSpanId(),
                TraceFlags.getSampled(),
                TraceState.getDefault());

        assertThat(IntStream.range(0, 50).allMatch(_ -> keeps(none, below(within))))
                .isTrue();
    }

    @Test
    void doesNotKeepWhatCallersDoNot() {
        assertThat(keeps(new TraceSampler(1, 3), below(callers(TraceFlags.getDefault()))))
                .isFalse();
    }

    @Test
    void ofTheOthersKeepsAShare() {
        var tenth = new TraceSampler(0.1, 3);
        var kept =
                IntStream.range(0, 10_000).filter(_ -> keeps(tenth, NO_PARENT)).count();

        // ten standard deviations around a thousand
        assertThat(kept).isBetween(700L, 1_300L);
        assertThat(keeps(none, NO_PARENT)).isFalse();
        assertThat(keeps(new TraceSampler(1, 3), NO_PARENT)).isTrue();
    }

    @Test
    void keepsWhatComesOfSomethingKept() {
        assertThat(keeps(none, NO_PARENT, callers(TraceFlags.getDefault()), callers(TraceFlags.getSampled())))
                .isTrue();
        assertThat(keeps(none, NO_PARENT, callers(TraceFlags.getDefault()))).isFalse();
    }
}
