package org.consentledger.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The generators against a server that counts; how fast they are is nobody's business here. */
class LoadTest {

    private static final Duration SHORT = Duration.ofMillis(200);

    private static final Map<String, Integer> STATUS = Map.of("/broken", 500, "/busy", 503);

    private final AtomicInteger served = new AtomicInteger();
    private final Wire wire = new Wire();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            var number = served.incrementAndGet();
            var status = STATUS.getOrDefault(exchange.getRequestURI().getPath(), 200);
            // as Tomcat does now and then
            if (number % 3 == 0) {
                exchange.getResponseHeaders().add("Connection", "close");
            }
            exchange.getRequestBody().readAllBytes();
            var body = "answer".getBytes(StandardCharsets.US_ASCII);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        wire.close();
    }

    @Test
    void aClosedLoopKeepsAsking() throws InterruptedException {
        var told = new AtomicInteger();

        var perSecond = ClosedLoop.run(
                wire, port(), 2, SHORT, () -> Request.post("/", "{}", 200, false, answer -> told.incrementAndGet()));

        assertThat(perSecond).isPositive();
        assertThat(told).hasValue(served.get());
    }

    @Test
    void anOpenLoopSendsAllThatIsDue() throws InterruptedException {
        var latencies = OpenLoop.run(wire, port(), 100, SHORT, () -> Request.get("/", 200, false, answer -> {}));

        assertThat(latencies.count()).isEqualTo(20);
        assertThat(served).hasValue(20);
    }

    @Test
    void aSerialRequestHandsOverItsAnswer() throws InterruptedException {
        var answered = new AtomicReference<String>();
        try (var serial = new Serial(wire, port())) {
            serial.send(Request.get("/", 200, true, answer -> answered.set(answer.body())));
        }
        assertThat(answered).hasValue("answer");
    }

    @Test
    void anythingButTheExpectedIsRemembered() throws InterruptedException {
        wire.failures().beginPart("some part");
        OpenLoop.run(wire, port(), 100, SHORT, () -> Request.get("/broken", 200, false, answer -> {}));

        assertThat(wire.failures().firstOfEachPart()).containsExactly("some part: HTTP 500 answer");
    }

    @Test
    void tooManyFailuresEndTheLoad() {
        assertThatThrownBy(() -> OpenLoop.run(
                        wire, port(), 1_000, SHORT, () -> Request.get("/broken", 200, false, answer -> {})))
                .isInstanceOf(LoadFailedException.class)
                .hasMessageContaining("HTTP 500 answer");
    }

    @Test
    void warmingUpAServerMayBeBusy() throws InterruptedException {
        ClosedLoop.warmUp(wire, port(), 2, SHORT, () -> Request.get("/busy", 200, false, answer -> {}));

        assertThat(wire.failures().firstOfEachPart()).isEmpty();
    }

    private int port() {
        return server.getAddress().getPort();
    }
}
