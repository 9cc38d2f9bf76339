package org.consentledger.http.trace;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.TracerProvider;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanLimits;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Makes spans and sends them, on a thread of its own: nobody waits for the collector. If it is away, or slower than spans come,
 * spans are dropped. Without a collector none are made, and a caller's trace is only handed on.
 */
final class TraceExport implements AutoCloseable {

    private static final String SCOPE = "org.consentledger";

    private static final long CALLERS_TRACES_PER_SECOND = 100;

    /** A projection's batch: each of its events may be of another trace. */
    private static final int LINKS_MAX = 500;

    private static final Duration SEND_EVERY = Duration.ofSeconds(1);
    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(1);
    private static final Duration SEND_WITHIN = Duration.ofSeconds(2);

    /** A collector that is away must not hold up the service's end. */
    private static final Duration STOP_WITHIN = Duration.ofSeconds(3);

    private final @Nullable SdkTracerProvider spans;

    private TraceExport(@Nullable SdkTracerProvider spans) {
        this.spans = spans;
    }

    /**
     * As the settings say.
     *
     * @param service its name
     * @throws org.consentledger.setting.SettingException if a setting is wrong
     */
    static TraceExport of(TraceProperties properties, String service) {
        var sampler = new TraceSampler(properties.share(), CALLERS_TRACES_PER_SECOND);
        var collector = properties.collector();
        return new TraceExport(collector == null ? null : to(collector, sampler, service));
    }

    private static SdkTracerProvider to(URI collector, TraceSampler sampler, String service) {
        var exporter = OtlpHttpSpanExporter.builder()
                .setEndpoint(collector.toString())
                .setConnectTimeout(CONNECT_WITHIN)
                .setTimeout(SEND_WITHIN)
                .setRetryPolicy(null)
                .build();
        return SdkTracerProvider.builder()
                .setSampler(sampler)
                .setResource(Resource.getDefault().merge(Resource.create(whose(service))))
                .setSpanLimits(
                        SpanLimits.builder().setMaxNumberOfLinks(LINKS_MAX).build())
                .addSpanProcessor(BatchSpanProcessor.builder(exporter)
                        .setScheduleDelay(SEND_EVERY)
                        .setExporterTimeout(SEND_WITHIN)
                        .build())
                .build();
    }

    /** Nothing of the machine: nodes are told apart by a number that is new at each start. */
    private static Attributes whose(String service) {
        return Attributes.of(
                AttributeKey.stringKey("service.namespace"),
                "consent-ledger",
                AttributeKey.stringKey("service.name"),
                service,
                AttributeKey.stringKey("service.instance.id"),
                UUID.randomUUID().toString());
    }

    /** Whether any span is sent anywhere. */
    boolean isOn() {
        return spans != null;
    }

    Tracer tracer() {
        return (spans == null ? TracerProvider.noop() : spans).get(SCOPE);
    }

    /** Sends what is left, as far as there is time. */
    @Override
    public void close() {
        if (spans != null) {
            spans.shutdown().join(STOP_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
        }
    }
}
