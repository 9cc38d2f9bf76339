package org.consentledger.http.trace;

import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The trace that a request is part of, by its header {@code traceparent} (W3C Trace Context). One that is wrong, or there twice,
 * is none. The other headers of that family, {@code tracestate} and {@code baggage}, are not read: callers may write anything
 * into them, and it would go wherever the spans go.
 */
final class CallersTrace {

    private static final String HEADER = "traceparent";
    private static final TextMapGetter<HttpServletRequest> ONE_HEADER = new OneHeader();

    private CallersTrace() {}

    /** An empty context if the caller has none. */
    static Context of(HttpServletRequest request) {
        return W3CTraceContextPropagator.getInstance().extract(Context.root(), request, ONE_HEADER);
    }

    private static final class OneHeader implements TextMapGetter<HttpServletRequest> {

        @Override
        public Iterable<String> keys(HttpServletRequest request) {
            return List.of(HEADER);
        }

        @Override
        public @Nullable String get(@Nullable HttpServletRequest request, String key) {
            if (request == null || !key.equals(HEADER) || request.getHeader(HEADER) == null) {
                return null;
            }
            var values = Collections.list(request.getHeaders(HEADER));
            return values.size() == 1 ? values.getFirst() : null;
        }
    }
}
