package org.consentledger.standalone.scenario;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Answers what it was told to answer, and remembers what it was asked. */
public final class FakeLedger implements AutoCloseable {

    private final HttpServer server;
    private final Map<String, Answer> answers = new HashMap<>();
    private final List<String> requests = Collections.synchronizedList(new ArrayList<>());

    public FakeLedger() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    /** What to answer to requests for a path, whatever their parameters; 404 to all others. */
    public FakeLedger at(String path, int status, String body) {
        answers.put(path, new Answer(status, body));
        return this;
    }

    /** Method, path with parameters, idempotency key if any, body if any. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    public LedgerClient client() {
        var uri = URI.create("http://localhost:" + server.getAddress().getPort());
        return new LedgerClient(uri, uri, new Credentials(() -> "writes", () -> "audits"));
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            requests.add((exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + (key == null ? "" : key)
                            + " " + body)
                    .strip());
            var answer = answers.getOrDefault(exchange.getRequestURI().getPath(), new Answer(404, "{}"));
            var bytes = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private record Answer(int status, String body) {}
}
