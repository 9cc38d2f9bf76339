package org.consentledger.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who sends or takes a byte now and then holds nothing for long. */
@TestPropertySource(
        properties = {
            "http.header-deadline=1500ms",
            "http.body-deadline=1500ms",
            "http.answer-deadline=2s",
            "server.tomcat.connection-timeout=1s",
            "server.tomcat.keep-alive-timeout=1s"
        })
@Import(SlowClientTest.Flood.class)
class SlowClientTest extends EdgeTest {

    private static final Duration BETWEEN_BYTES = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private static volatile CompletableFuture<Long> flood = new CompletableFuture<>();

    @RestController
    static class Flood {

        @GetMapping("/v1/flood")
        void flood(HttpServletResponse response) throws IOException {
            var piece = new byte[64 * 1024];
            var written = 0L;
            try {
                while (written < 1_000_000_000) {
                    response.getOutputStream().write(piece);
                    written += piece.length;
                }
            } catch (IOException e) {
                flood.complete(written);
                throw e;
            }
        }
    }

    @Test
    void headersThatTrickleInEnd() throws IOException {
        try (var socket = connect()) {
            send(socket, "GET /v1/samples/s HTTP/1.1\r\nHost: x\r\nX-Slow: ");

            assertThat(trickled(socket)).isEmpty();
        }
    }

    @Test
    void aRequestLineThatTricklesInEnds() throws IOException {
        try (var socket = connect()) {
            send(socket, "GET /v1/samples/");

            assertThat(trickled(socket)).isEmpty();
        }
    }

    @Test
    void aBodyThatTricklesInIsAProblem() throws IOException {
        try (var socket = connect()) {
            send(socket, head(1000));

            assertThat(trickled(socket))
                    .startsWith("HTTP/1.1 408")
                    .contains("REQUEST_TIMEOUT")
                    .containsIgnoringCase("connection: close");
        }
    }

    @Test
    void aBodyThatStopsIsAProblem() throws IOException {
        try (var socket = connect()) {
            send(socket, head(1000) + "{");

            assertThat(read(socket)).startsWith("HTTP/1.1 408").contains("REQUEST_TIMEOUT");
        }
    }

    /** Nobody asked for the body: there is nothing at that address. */
    @Test
    void aBodyThatNobodyReadsEndsToo() throws IOException {
        try (var socket = connect()) {
            send(socket, head(1000).replace("/v1/samples", "/v1/nothing"));

            assertThat(trickled(socket)).startsWith("HTTP/1.1 404");
        }
    }

    @Test
    void anUnreadBodyThatComesLetsTheConnectionGoOn() throws IOException {
        try (var socket = connect()) {
            send(socket, head(5).replace("/v1/samples", "/v1/nothing") + "12345");
            send(socket, "GET /v1/samples/s HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

            assertThat(read(socket)).startsWith("HTTP/1.1 404").contains("HTTP/1.1 200");
        }
    }

    @Test
    void aConnectionThatAsksNothingMoreIsClosed() throws IOException {
        try (var socket = connect()) {
            send(socket, "GET /v1/samples/s HTTP/1.1\r\nHost: x\r\n\r\n");

            assertThat(read(socket)).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void anAnswerThatNobodyTakesEnds() throws Exception {
        try (var socket = floods()) {
            assertThat(socket.isConnected()).isTrue();
            assertThat(flood.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)).isLessThan(1_000_000_000);
        }
    }

    @Test
    void anAnswerThatTricklesOutEnds() throws Exception {
        try (var socket = floods()) {
            await().atMost(PATIENCE).pollInterval(BETWEEN_BYTES).until(() -> {
                socket.getInputStream().readNBytes(8 * 1024);
                return flood.isDone();
            });
            assertThat(flood.join()).isLessThan(1_000_000_000);
        }
    }

    /** Asks for more than anybody would send. */
    private Socket floods() throws IOException {
        flood = new CompletableFuture<>();
        var socket = new Socket();
        socket.setReceiveBufferSize(4096);
        try (var known = connect()) {
            socket.connect(new InetSocketAddress("localhost", known.getPort()));
        }
        send(socket, "GET /v1/flood HTTP/1.1\r\nHost: x\r\n\r\n");
        return socket;
    }

    private static String head(int bodyBytes) {
        return "POST /v1/samples HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: " + bodyBytes
                + "\r\n\r\n";
    }

    static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    /** Everything that comes until the server closes. */
    static String read(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** Sends a byte now and then until the server has closed, and gives back what came. */
    private static String trickled(Socket socket) throws IOException {
        socket.setSoTimeout(1);
        var answer = new ByteArrayOutputStream();
        await().atMost(PATIENCE).pollInterval(BETWEEN_BYTES).until(() -> isClosed(socket, answer));
        return answer.toString(StandardCharsets.UTF_8);
    }

    private static boolean isClosed(Socket socket, ByteArrayOutputStream answer) throws IOException {
        try {
            for (var next = socket.getInputStream().read();
                    next >= 0;
                    next = socket.getInputStream().read()) {
                answer.write(next);
            }
            return true;
        } catch (SocketTimeoutException _) {
            return hasClosed(socket);
        } catch (SocketException _) {
            // it closed while bytes were still on their way
            return true;
        }
    }

    private static boolean hasClosed(Socket socket) {
        try {
            send(socket, "x");
            return false;
        } catch (IOException _) {
            return true;
        }
    }
}
