package org.consentledger.http.trace;

import io.github.bucket4j.Bucket;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import java.time.Duration;
import java.util.List;

/**
 * Which traces are kept. A caller's trace is kept if the caller keeps it (the sampled flag of W3C Trace Context), but for so
 * many a second at the most: the flag costs the caller nothing, and is read before it is known who calls. Of requests without a
 * trace a share begins one. What was caused by something kept, which it links to, is kept.
 */
final class TraceSampler implements Sampler {

    private final Bucket callersTraces;
    private final Sampler own;

    /**
     * With these numbers.
     *
     * @param share of what begins here, 0 to 1
     * @param callersTracesPerSecond how many traces of callers are kept in a second
     */
    TraceSampler(double share, long callersTracesPerSecond) {
        own = Sampler.traceIdRatioBased(share);
        callersTraces = Bucket.builder()
                .addLimit(limit -> limit.capacity(callersTracesPerSecond)
                        .refillGreedy(callersTracesPerSecond, Duration.ofSeconds(1)))
                .build();
    }

    @Override
    public SamplingResult shouldSample(
            Context parentContext,
            String traceId,
            String name,
            SpanKind kind,
            Attributes attributes,
            List<LinkData> links) {
        var parent = Span.fromContext(parentContext).getSpanContext();
        if (parent.isValid()) {
            var isKept = parent.isSampled() && (!parent.isRemote() || callersTraces.tryConsume(1));
            return isKept ? SamplingResult.recordAndSample() : SamplingResult.drop();
        }
        return links.stream().anyMatch(link -> link.getSpanContext().isSampled())
                ? SamplingResult.recordAndSample()
                : own.shouldSample(parentContext, traceId, name, kind, attributes, links);
    }

    @Override
    public String getDescription() {
        return "TraceSampler{" + own.getDescription() + "}";
    }
}
