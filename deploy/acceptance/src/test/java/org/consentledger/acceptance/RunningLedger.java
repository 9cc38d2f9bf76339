package org.consentledger.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.consentledger.command.ConsentCommand;
import org.consentledger.http.access.TestIssuer;
import org.consentledger.ledger.LedgerDatabase;
import org.consentledger.ledger.start.DatabaseRole;
import org.consentledger.query.ConsentQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Both services on one empty database, and what a client needs to talk to them. */
final class RunningLedger implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final LedgerDatabase database;
    private final ConfigurableApplicationContext command;
    private final ConfigurableApplicationContext query;
    private final HttpClient http = HttpClient.newHttpClient();
    private volatile long lastPosition = -1;

    private RunningLedger(
            LedgerDatabase database, ConfigurableApplicationContext command, ConfigurableApplicationContext query) {
        this.database = database;
        this.command = command;
        this.query = query;
    }

    static RunningLedger start() {
        var database = LedgerDatabase.fresh();
        return new RunningLedger(
                database,
                run(ConsentCommand.application(), database.properties(DatabaseRole.WRITER)),
                run(ConsentQuery.application(), database.properties(DatabaseRole.READER)));
    }

    /** What came back. */
    record Answer(int status, Map<String, List<String>> headers, JsonNode body) {

        JsonNode at(String pointer) {
            return body.at(pointer);
        }
    }

    /** Sends a command; the body may be anything that becomes JSON. */
    Answer send(String command, Object body, Map<String, String> headers) {
        var request = request(commands("/v1/commands/" + command))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
        headers.forEach(request::header);
        var answer = exchange(request.build());
        if (answer.body().path("position").isNumber()) {
            var position = answer.body().path("position").asLong();
            lastPosition = Math.max(lastPosition, position);
        }
        return answer;
    }

    Answer send(String command, Object body) {
        return send(command, body, Map.of());
    }

    /** Asks a query that sees everything sent before. */
    Answer ask(String path) {
        var separator = path.contains("?") ? "&" : "?";
        return exchange(request(queries(path + separator + "minPosition=" + lastPosition))
                .build());
    }

    /** What it stands on, for whoever has more rights there than the services. */
    LedgerDatabase database() {
        return database;
    }

    /** The answer as it is. */
    String raw(String path, String... headers) {
        var request = request(queries(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return body(request.build()).body();
    }

    String metricsOfCommand() {
        return text(managementOf(command) + "/actuator/prometheus");
    }

    String metricsOfQuery() {
        return text(managementOf(query) + "/actuator/prometheus");
    }

    private static String managementOf(ConfigurableApplicationContext service) {
        return "http://localhost:" + service.getEnvironment().getProperty("local.management.port");
    }

    static String encoded(@Nullable Object value) {
        return URLEncoder.encode(String.valueOf(value), StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public void close() {
        command.close();
        query.close();
    }

    URI commands(String path) {
        return URI.create("http://localhost:" + command.getEnvironment().getProperty("local.server.port") + path);
    }

    URI queries(String path) {
        return URI.create("http://localhost:" + query.getEnvironment().getProperty("local.server.port") + path);
    }

    private String text(String url) {
        return body(request(URI.create(url)).build()).body();
    }

    /** Of somebody who may do everything. */
    static String token() {
        return TestIssuer.authorization().substring("Bearer ".length());
    }

    /** The same. */
    private static HttpRequest.Builder request(URI address) {
        return HttpRequest.newBuilder(address).header("Authorization", TestIssuer.authorization());
    }

    private Answer exchange(HttpRequest request) {
        var response = body(request);
        var text = response.body();
        return new Answer(
                response.statusCode(),
                response.headers().map(),
                text.isEmpty() ? JSON.nullNode() : JSON.readTree(text));
    }

    private HttpResponse<String> body(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static ConfigurableApplicationContext run(SpringApplicationBuilder service, Map<String, Object> database) {
        var settings = new HashMap<>(database);
        settings.putAll(TestIssuer.properties());
        settings.put("server.port", "0");
        settings.put("management.server.port", "0");
        return service.run(settings.entrySet().stream()
                .map(e -> "--" + e.getKey() + "=" + e.getValue())
                .toArray(String[]::new));
    }
}
