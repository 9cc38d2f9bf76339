package org.consentledger.http.trace;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/**
 * A span for each request, named by the route and not by the path, which may name a person: method, route and status are all that
 * it tells (OpenTelemetry's conventions for HTTP, which would have path, address and user agent besides).
 */
final class TraceFilter extends OncePerRequestFilter {

    /** Under this key the trace stands in the log's context (MDC), if its caller knows of it or it is kept. */
    static final String MDC_KEY = "traceId";

    private static final AttributeKey<String> METHOD = AttributeKey.stringKey("http.request.method");
    private static final AttributeKey<String> ROUTE = AttributeKey.stringKey("http.route");
    private static final AttributeKey<Long> STATUS = AttributeKey.longKey("http.response.status_code");
    private static final AttributeKey<String> ERROR = AttributeKey.stringKey("error.type");

    private static final String OTHER = "_OTHER";
    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "CONNECT", "OPTIONS", "TRACE", "PATCH");

    private final TraceExport export;

    TraceFilter(TraceExport export) {
        this.export = export;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var caller = CallersTrace.of(request);
        var isOfCaller = Span.fromContext(caller).getSpanContext().isValid();
        if (!isOfCaller && !export.isOn()) {
            chain.doFilter(request, response);
            return;
        }
        var span = export.tracer()
                .spanBuilder("HTTP")
                .setParent(caller)
                .setSpanKind(SpanKind.SERVER)
                .startSpan();
        var context = span.getSpanContext();
        try (var _ = span.makeCurrent();
                var _ = isOfCaller || context.isSampled() ? MDC.putCloseable(MDC_KEY, context.getTraceId()) : null) {
            chain.doFilter(request, response);
            describe(span, request, response.getStatus());
        } catch (ServletException | IOException | RuntimeException | Error e) {
            describe(span, request, HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
            throw e;
        } finally {
            span.end();
        }
    }

    private static void describe(Span span, HttpServletRequest request, int status) {
        if (!span.isRecording()) {
            return;
        }
        var method = METHODS.contains(request.getMethod()) ? request.getMethod() : OTHER;
        var name = method.equals(OTHER) ? "HTTP" : method;
        if (request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE) instanceof String route) {
            span.setAttribute(ROUTE, route);
            name += " " + route;
        }
        span.updateName(name);
        span.setAttribute(METHOD, method);
        span.setAttribute(STATUS, (long) status);
        if (status >= HttpServletResponse.SC_INTERNAL_SERVER_ERROR) {
            span.setStatus(StatusCode.ERROR);
            span.setAttribute(ERROR, Integer.toString(status));
        }
    }
}
