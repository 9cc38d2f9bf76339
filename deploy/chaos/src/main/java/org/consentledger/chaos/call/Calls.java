package org.consentledger.chaos.call;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.consentledger.standalone.token.Role;
import org.jspecify.annotations.Nullable;

/** Sends requests. Every method fails with an {@link IOException} if there is no answer, which says nothing of what happened. */
public final class Calls implements AutoCloseable {

    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(20);
    private static final Duration DOWNLOAD_WITHIN = Duration.ofMinutes(5);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    public Reply get(URI url, Role caller) throws IOException, InterruptedException {
        return send(request(url, caller).GET());
    }

    /** Without a body. */
    public Reply post(URI url, Role caller) throws IOException, InterruptedException {
        return send(request(url, caller).POST(BodyPublishers.noBody()));
    }

    /**
     * Sends a command.
     *
     * @param key its Idempotency-Key; null for none
     */
    public Reply command(URI url, @Nullable String key, String json) throws IOException, InterruptedException {
        var request = request(url, Role.WRITER)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json));
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        return send(request);
    }

    /**
     * Writes what a service answers into a file.
     *
     * @throws IOException also if the answer is not 200
     */
    public void download(URI url, String mediaType, Path file) throws IOException, InterruptedException {
        var request = request(url, Role.AUDITOR)
                .timeout(DOWNLOAD_WITHIN)
                .header("Accept", mediaType)
                .build();
        var response = http.send(request, BodyHandlers.ofFile(file));
        if (!reply(response, "").isOk()) {
            throw new IOException(url + " was answered " + response.statusCode());
        }
    }

    private static HttpRequest.Builder request(URI url, Role caller) {
        return HttpRequest.newBuilder(url)
                .timeout(ANSWER_WITHIN)
                .header("Authorization", Credentials.of(caller))
                .header("X-Purpose-Of-Access", "chaos test");
    }

    private Reply send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var response = http.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
        return reply(response, response.body());
    }

    private static Reply reply(HttpResponse<?> response, String body) {
        return new Reply(
                response.statusCode(),
                body,
                response.headers().firstValue("Idempotent-Replayed").isPresent());
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
