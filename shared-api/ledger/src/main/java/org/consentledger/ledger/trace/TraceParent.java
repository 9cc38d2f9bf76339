package org.consentledger.ledger.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;
import org.consentledger.ledger.serial.LedgerJson;
import org.jspecify.annotations.Nullable;

/**
 * The trace of the command that recorded an event, as W3C Trace Context writes it in {@code traceparent}. Travels as metadata from
 * the command to its events and is stored beside them. Only a trace that is kept is written down: others lead nowhere.
 *
 * @param value version, trace, span and flags, 55 characters
 */
public record TraceParent(String value) {

    private static final String KEY = "traceparent";
    private static final W3CTraceContextPropagator FORM = W3CTraceContextPropagator.getInstance();
    private static final TextMapGetter<TraceParent> AS_HEADER = new AsHeader();

    /** Of the span at work on this thread; empty if its trace is not kept, or there is none. */
    public static Optional<TraceParent> current() {
        if (!Span.current().getSpanContext().isSampled()) {
            return Optional.empty();
        }
        var headers = new HashMap<String, String>();
        FORM.inject(Context.current(), headers, (carrier, name, value) -> headers.put(name, value));
        return Optional.ofNullable(headers.get(KEY)).map(TraceParent::new);
    }

    /** Of an event with this metadata, JSON; empty if it has none, or what stands there is of no known form. */
    public static Optional<TraceParent> in(String metadata) {
        // a quotation mark within a value would have a backslash before it, so this is the name of a member
        if (!metadata.contains("\"" + KEY + "\":")) {
            return Optional.empty();
        }
        return Optional.ofNullable(
                        LedgerJson.mapper().readTree(metadata).path(KEY).asString(null))
                .map(TraceParent::new)
                .filter(found -> found.spanContext().isValid());
    }

    /** Hands the trace on from a command to the events it causes. */
    public static CorrelationDataProvider correlation() {
        return new SimpleCorrelationDataProvider(KEY);
    }

    /** To be added to a command's metadata. */
    public MetaData toMetaData() {
        return MetaData.with(KEY, value);
    }

    /** The span that it names; an invalid one if it names none. */
    public SpanContext spanContext() {
        return Span.fromContext(FORM.extract(Context.root(), this, AS_HEADER)).getSpanContext();
    }

    private static final class AsHeader implements TextMapGetter<TraceParent> {

        @Override
        public Iterable<String> keys(TraceParent carrier) {
            return List.of(KEY);
        }

        @Override
        public @Nullable String get(@Nullable TraceParent carrier, String key) {
            return carrier != null && key.equals(KEY) ? carrier.value() : null;
        }
    }
}
