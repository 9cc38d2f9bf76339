package org.consentledger.http.trace;

import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Takes spans as a collector does (OTLP over HTTP), and keeps everything that came, byte by byte. */
public final class TraceCollector implements AutoCloseable {

    private static final Duration SOON = Duration.ofSeconds(15);

    private final HttpServer server;
    private final List<byte[]> bodies = new CopyOnWriteArrayList<>();
    private final List<Received> spans = new CopyOnWriteArrayList<>();

    private TraceCollector(HttpServer server) {
        this.server = server;
    }

    /**
     * A span as it came.
     *
     * @param service who sent it
     */
    public record Received(String service, Span span) {

        public String name() {
            return span.getName();
        }

        /** In hexadecimal. */
        public String traceId() {
            return HexFormat.of().formatHex(span.getTraceId().toByteArray());
        }

        /** In hexadecimal. */
        public String spanId() {
            return HexFormat.of().formatHex(span.getSpanId().toByteArray());
        }

        /** In hexadecimal; empty if it has none. */
        public String parentId() {
            return HexFormat.of().formatHex(span.getParentSpanId().toByteArray());
        }

        /** What it tells, as texts, by name. */
        public Map<String, String> attributes() {
            return span.getAttributesList().stream()
                    .collect(Collectors.toMap(KeyValue::getKey, TraceCollector::text, (a, b) -> b, TreeMap::new));
        }

        /** The spans that it links to, trace and span. */
        public List<String> links() {
            return span.getLinksList().stream()
                    .map(link -> HexFormat.of().formatHex(link.getTraceId().toByteArray()) + "-"
                            + HexFormat.of().formatHex(link.getSpanId().toByteArray()))
                    .toList();
        }
    }

    public static TraceCollector start() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var collector = new TraceCollector(server);
            server.createContext("/v1/traces", collector::take);
            server.start();
            return collector;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    public String url() {
        return "http://localhost:" + server.getAddress().getPort() + "/v1/traces";
    }

    private void take(HttpExchange exchange) throws IOException {
        var body = exchange.getRequestBody().readAllBytes();
        bodies.add(body);
        ExportTraceServiceRequest.parseFrom(body).getResourceSpansList().forEach(this::keep);
        exchange.sendResponseHeaders(200, -1);
        exchange.close();
    }

    private void keep(ResourceSpans sent) {
        var service = sent.getResource().getAttributesList().stream()
                .filter(attribute -> attribute.getKey().equals("service.name"))
                .map(TraceCollector::text)
                .findFirst()
                .orElseThrow();
        sent.getScopeSpansList()
                .forEach(scope -> scope.getSpansList().forEach(span -> spans.add(new Received(service, span))));
    }

    private static String text(KeyValue attribute) {
        var value = attribute.getValue();
        return value.hasStringValue() ? value.getStringValue() : Long.toString(value.getIntValue());
    }

    /** The first that is like this, as soon as it is there. */
    public Received span(Predicate<Received> like) {
        return await().atMost(SOON)
                .until(() -> spans.stream().filter(like).findFirst(), java.util.Optional::isPresent)
                .orElseThrow();
    }

    /** All that came of a trace. */
    public List<Received> trace(String traceId) {
        return spans.stream().filter(span -> span.traceId().equals(traceId)).toList();
    }

    /** Everything that came, resources included, with what is not text as it may look. */
    public String everything() {
        return bodies.stream()
                .map(body -> new String(body, StandardCharsets.ISO_8859_1))
                .collect(Collectors.joining("\n"));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
