package org.consentledger.http;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.consentledger.http.access.TestIssuer;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A test that speaks to the sample service over a real connection. */
@SpringBootTest(
        classes = SampleService.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "http.body-limit=2KB")
public abstract class EdgeTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void issuer(DynamicPropertyRegistry properties) {
        TestIssuer.properties().forEach((name, value) -> properties.add(name, () -> value));
    }

    protected HttpRequest.Builder to(String path) {
        return anonymouslyTo(path).header("Authorization", TestIssuer.authorization());
    }

    protected HttpRequest.Builder anonymouslyTo(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    protected HttpResponse<String> post(String body) {
        return send(to("/v1/samples").header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)));
    }

    protected HttpResponse<String> get(String path) {
        return send(to(path));
    }

    protected static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError("no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    /** Sends lines that no client would let through, beside a good token, and gives back everything until the server closes. */
    protected String raw(String... lines) throws IOException {
        return rawUntil("\0", lines);
    }

    /** The same, but stops reading at the mark: the server may be waiting for the rest of the body. */
    protected String rawUntil(String mark, String... lines) throws IOException {
        try (var socket = connect()) {
            socket.getOutputStream()
                    .write(String.join("\r\n", lines)
                            .replaceFirst("(?m)^Host: .*$", "$0\r\nAuthorization: " + TestIssuer.authorization())
                            .getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            var answer = new StringBuilder();
            for (var next = socket.getInputStream().read();
                    next >= 0 && answer.indexOf(mark) < 0;
                    next = socket.getInputStream().read()) {
                answer.append((char) next);
            }
            return answer.toString();
        }
    }

    /** A connection to write to and read from as one likes. */
    protected Socket connect() throws IOException {
        var socket = new Socket("localhost", port);
        socket.setSoTimeout(10_000);
        return socket;
    }

    protected static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }
}
