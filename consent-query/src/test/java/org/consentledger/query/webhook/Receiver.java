package org.consentledger.query.webhook;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.ToIntFunction;
import org.consentledger.http.json.WebJson;
import tools.jackson.databind.JsonNode;

/** Somebody else's server: takes what it is sent, and answers as a test likes. */
final class Receiver implements AutoCloseable {

    /** One request. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Received(String path, String id, String timestamp, String signatures, String mediaType, byte[] body) {

        JsonNode json() {
            return WebJson.mapper().readTree(body);
        }

        long position() {
            return json().get("position").asLong();
        }

        boolean isSignedWith(String secret) {
            try {
                return SignatureCheck.isGood(secret, id, timestamp, signatures, body);
            } catch (java.security.GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private final HttpServer server;
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private volatile String retryAfter;
    private volatile ToIntFunction<Received> answer = request -> 204;

    Receiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::take);
        server.start();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            var headers = exchange.getRequestHeaders();
            var request = new Received(
                    exchange.getRequestURI().getPath(),
                    headers.getFirst("webhook-id"),
                    headers.getFirst("webhook-timestamp"),
                    headers.getFirst("webhook-signature"),
                    headers.getFirst("Content-Type"),
                    exchange.getRequestBody().readAllBytes());
            received.add(request);
            var status = answer.applyAsInt(request);
            if (status == 302) {
                exchange.getResponseHeaders().set("Location", "/elsewhere");
            }
            if (status == 503 && retryAfter != null) {
                exchange.getResponseHeaders().set("Retry-After", retryAfter);
            }
            exchange.sendResponseHeaders(status, -1);
        }
    }

    /** From now on; may take its time. */
    void answers(ToIntFunction<Received> status) {
        answer = status;
    }

    /** With 503, in seconds. */
    void asksToWait(String seconds) {
        retryAfter = seconds;
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
    }

    List<Received> received() {
        return received;
    }

    List<Long> positions() {
        return received.stream().map(Received::position).toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
