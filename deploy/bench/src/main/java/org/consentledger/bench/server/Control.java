package org.consentledger.bench.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.consentledger.bench.access.Pass;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Requests that steer servers and are not measured. */
public final class Control {

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private static final Duration ANSWER_WITHIN = Duration.ofMinutes(1);
    private static final int OK = 200;
    private static final int FAILURE_FROM = 300;

    private Control() {}

    static boolean isOk(String url) throws IOException, InterruptedException {
        return HTTP.send(request(url).GET().build(), BodyHandlers.discarding()).statusCode() == OK;
    }

    public static JsonNode get(String url) throws IOException, InterruptedException {
        return send(request(url).GET().build());
    }

    /**
     * Posts a body, or none.
     *
     * @param json empty for none
     */
    public static JsonNode post(String url, String json) throws IOException, InterruptedException {
        var body = json.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(json);
        return send(request(url)
                .header("Content-Type", "application/json")
                .POST(body)
                .build());
    }

    /** Deletes what is there; nothing is answered. */
    public static void delete(String url) throws IOException, InterruptedException {
        send(request(url).DELETE().build());
    }

    private static HttpRequest.Builder request(String url) {
        return HttpRequest.newBuilder(URI.create(url))
                .timeout(ANSWER_WITHIN)
                .header("Authorization", Pass.authorization())
                .header("X-Purpose-Of-Access", "benchmark");
    }

    private static JsonNode send(HttpRequest request) throws IOException, InterruptedException {
        var response = HTTP.send(request, BodyHandlers.ofString());
        if (response.statusCode() >= FAILURE_FROM) {
            throw new IllegalStateException(request.method() + " " + request.uri() + " was answered "
                    + response.statusCode() + " " + response.body());
        }
        return response.body().isEmpty()
                ? JsonMapper.shared().nullNode()
                : JsonMapper.shared().readTree(response.body());
    }
}
