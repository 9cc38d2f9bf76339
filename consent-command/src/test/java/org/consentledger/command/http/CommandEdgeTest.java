package org.consentledger.command.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.stream.StreamSupport;
import org.consentledger.command.desk.Submission;
import org.consentledger.http.access.TestIssuer;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A test that posts commands over a real connection. */
@SpringBootTest(
        classes = CommandEdge.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "command.query-url=https://consent.example")
abstract class CommandEdgeTest {

    static final JsonMapper JSON = JsonMapper.builder().build();

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Autowired
    RecordingDesk desk;

    @BeforeEach
    void deskAnswersThatItRecorded() {
        desk.answering(_ -> RecordingDesk.recorded());
    }

    @DynamicPropertySource
    static void issuer(DynamicPropertyRegistry properties) {
        TestIssuer.properties().forEach((name, value) -> properties.add(name, () -> value));
    }

    HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", TestIssuer.authorization());
    }

    HttpRequest.Builder command(String name, String body) {
        return to("/v1/commands/" + name)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
    }

    HttpResponse<String> post(String name, String body) {
        return send(command(name, body));
    }

    static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError("no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    Submission submitted() {
        var submissions = desk.submissions();
        if (submissions.size() != 1) {
            throw new AssertionError("submitted: " + submissions);
        }
        return submissions.getFirst();
    }

    static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }

    static List<String> pointers(HttpResponse<String> answer) {
        return StreamSupport.stream(json(answer).get("errors").spliterator(), false)
                .map(error -> error.get("pointer").asString())
                .toList();
    }
}
