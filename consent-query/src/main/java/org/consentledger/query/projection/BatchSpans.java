package org.consentledger.query.projection;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.consentledger.ledger.reading.RecordedEvent;
import org.consentledger.ledger.trace.TraceParent;

/**
 * Measures the batches of one projection in which there is an event of a trace that is kept. A batch is of many traces, so its span
 * is in none of them and links to each (OpenTelemetry's conventions for messages that are processed in batches).
 */
final class BatchSpans {

    private static final AttributeKey<String> PROJECTION = AttributeKey.stringKey("ledger.projection");
    private static final AttributeKey<Long> EVENTS = AttributeKey.longKey("ledger.events");
    private static final AttributeKey<Long> POSITION = AttributeKey.longKey("ledger.position");

    private final Tracer tracer;
    private final String projection;

    BatchSpans(Tracer tracer, String projection) {
        this.tracer = tracer;
        this.projection = projection;
    }

    /**
     * Begins; to be ended by the caller.
     *
     * @param events in order of position; not empty
     */
    Optional<Span> begin(List<RecordedEvent> events) {
        var traces = events.stream()
                .map(RecordedEvent::traceParent)
                .filter(Objects::nonNull)
                .distinct()
                .map(TraceParent::spanContext)
                .toList();
        if (traces.isEmpty()) {
            return Optional.empty();
        }
        var span = tracer.spanBuilder("project " + projection)
                .setNoParent()
                .setSpanKind(SpanKind.CONSUMER)
                .setAttribute(PROJECTION, projection)
                .setAttribute(EVENTS, (long) events.size())
                .setAttribute(POSITION, events.getLast().position());
        traces.forEach(span::addLink);
        return Optional.of(span.startSpan());
    }
}
