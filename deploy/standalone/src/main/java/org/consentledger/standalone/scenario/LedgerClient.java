package org.consentledger.standalone.scenario;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * Speaks to both services as any upstream system does. It reads its own writes: a query waits for what the last command
 * recorded. For one thread.
 */
public final class LedgerClient {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(5);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(60);
    private static final long NOTHING_YET = -1;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_WITHIN)
            .build();
    private final URI commands;
    private final URI queries;
    private final Credentials credentials;
    private long position = NOTHING_YET;

    /**
     * A client of two running services.
     *
     * @param commands where consent-command is, such as {@code http://localhost:8080}
     * @param queries where consent-query is
     */
    public LedgerClient(URI commands, URI queries, Credentials credentials) {
        this.commands = commands;
        this.queries = queries;
        this.credentials = credentials;
    }

    /**
     * Does what the step says, and answers what the ledger answered.
     *
     * @throws IOException if there was no answer
     */
    public Reply play(Step step) throws IOException, InterruptedException {
        return switch (step) {
            case CommandStep told -> command(told.command(), told.idempotencyKey(), told.body());
            case QueryStep asked -> query(asked.query());
        };
    }

    /** Sends a command; a key makes it safe to send again. */
    public Reply command(String name, @Nullable String idempotencyKey, JsonNode body)
            throws IOException, InterruptedException {
        var request = request(commands, "/v1/commands/" + name, credentials.commands())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString()));
        if (idempotencyKey != null) {
            request.header("Idempotency-Key", idempotencyKey);
        }
        var reply = send(request);
        position = Math.max(position, reply.body().path("position").asLong(NOTHING_YET));
        return reply;
    }

    /**
     * Asks a question.
     *
     * @param query path and parameters after {@code /v1}
     */
    public Reply query(String query) throws IOException, InterruptedException {
        return send(request(queries, "/v1" + query + ownWrites(query), credentials.queries())
                .header("X-Purpose-Of-Access", "telling the reference scenario")
                .GET());
    }

    private String ownWrites(String query) {
        return position == NOTHING_YET ? "" : (query.contains("?") ? "&" : "?") + "minPosition=" + position;
    }

    private static HttpRequest.Builder request(URI service, String path, Supplier<String> token) {
        return HttpRequest.newBuilder(service.resolve(path))
                .header("Authorization", "Bearer " + token.get())
                .header("Accept", "application/json, application/problem+json")
                .timeout(ANSWER_WITHIN);
    }

    private Reply send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var response = http.send(request.build(), BodyHandlers.ofString());
        return new Reply(response.statusCode(), read(response.body()));
    }

    /** Where the services are. */
    @Override
    public String toString() {
        return commands + " and " + queries;
    }

    private static JsonNode read(String body) {
        try {
            return body.isBlank() ? MissingNode.getInstance() : JSON.readTree(body);
        } catch (JacksonException e) {
            return MissingNode.getInstance();
        }
    }
}
