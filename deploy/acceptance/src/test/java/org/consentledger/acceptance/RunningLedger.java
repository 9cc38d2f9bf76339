package org.consentledger.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.consentledger.command.ConsentCommand;
import org.consentledger.http.access.Scope;
import org.consentledger.http.access.TestIssuer;
import org.consentledger.ledger.LedgerDatabase;
import org.consentledger.ledger.Planted;
import org.consentledger.ledger.start.DatabaseRole;
import org.consentledger.query.ConsentQuery;
import org.consentledger.standalone.scenario.Credentials;
import org.consentledger.standalone.scenario.LedgerClient;
import org.consentledger.standalone.token.Issuer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Both services on one empty database, and what a client needs to talk to them. */
public final class RunningLedger implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final LedgerDatabase database;
    private final ConfigurableApplicationContext command;
    private final ConfigurableApplicationContext query;
    private final String authorization;
    private final HttpClient http = HttpClient.newHttpClient();
    private volatile long lastPosition = -1;

    private RunningLedger(
            LedgerDatabase database,
            ConfigurableApplicationContext command,
            ConfigurableApplicationContext query,
            String authorization) {
        this.database = database;
        this.command = command;
        this.query = query;
        this.authorization = authorization;
    }

    public static RunningLedger start() {
        return start(LedgerDatabase.fresh(), Map.of());
    }

    /** The same on a database of the test's own, which it may break. */
    public static RunningLedger start(LedgerDatabase database) {
        return start(database, Map.of());
    }

    /** @param settings of both services besides the usual ones */
    static RunningLedger start(Map<String, Object> settings) {
        return start(LedgerDatabase.fresh(), settings);
    }

    private static RunningLedger start(LedgerDatabase database, Map<String, Object> settings) {
        var all = new HashMap<>(TestIssuer.properties());
        all.putAll(settings);
        return new RunningLedger(
                database,
                run(ConsentCommand.application(), database.properties(DatabaseRole.WRITER), all),
                run(ConsentQuery.application(), database.properties(DatabaseRole.READER), all),
                TestIssuer.authorization());
    }

    /**
     * The same with another issuer.
     *
     * @param ofQuery settings of consent-query besides
     */
    public static RunningLedger start(Issuer issuer, Map<String, Object> ofQuery) {
        var database = LedgerDatabase.fresh();
        var access = Map.<String, Object>of(
                "access.issuer",
                issuer.name(),
                "access.jwk-set-file",
                publicKeys(issuer).toString());
        var query = new HashMap<String, Object>(access);
        query.putAll(ofQuery);
        var everything = Stream.of(Scope.values()).map(Scope::value).collect(Collectors.joining(" "));
        return new RunningLedger(
                database,
                run(ConsentCommand.application(), database.properties(DatabaseRole.WRITER), access),
                run(ConsentQuery.application(), database.properties(DatabaseRole.READER), query),
                "Bearer " + issuer.token("test-client", everything, Map.of(), Duration.ofHours(4)));
    }

    private static Path publicKeys(Issuer issuer) {
        try {
            var file = Files.createTempFile("jwk-set", ".json");
            file.toFile().deleteOnExit();
            return Files.write(file, issuer.publicKeys());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What came back. */
    public record Answer(int status, Map<String, List<String>> headers, JsonNode body) {

        public JsonNode at(String pointer) {
            return body.at(pointer);
        }
    }

    /** Sends a command; the body may be anything that becomes JSON. */
    public Answer send(String command, Object body, Map<String, String> headers) {
        var subject = JSON.valueToTree(body).path("subject");
        if (subject.isString()) {
            Planted.reference(subject.asString());
        }
        return sendAsIs(command, body, headers);
    }

    /** The same for tests that look for its reference in logs themselves. */
    public Answer sendAsIs(String command, Object body, Map<String, String> headers) {
        var request = request(commands("/v1/commands/" + command))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
        headers.forEach(request::setHeader);
        var answer = exchange(request.build());
        if (answer.body().path("position").isNumber()) {
            var position = answer.body().path("position").asLong();
            lastPosition = Math.max(lastPosition, position);
        }
        return answer;
    }

    public Answer send(String command, Object body) {
        return send(command, body, Map.of());
    }

    /** Asks a query that sees everything sent before. */
    public Answer ask(String path) {
        return ask(path, Map.of());
    }

    /** The same with other headers, or more. */
    public Answer ask(String path, Map<String, String> headers) {
        var separator = path.contains("?") ? "&" : "?";
        var request = request(queries(path + separator + "minPosition=" + lastPosition));
        headers.forEach(request::setHeader);
        return exchange(request.build());
    }

    /** Plays scenarios on it. */
    public LedgerClient client() {
        return new LedgerClient(commands("/"), queries("/"), new Credentials(this::ownToken, this::ownToken));
    }

    /** What it stands on, for whoever has more rights there than the services. */
    public LedgerDatabase database() {
        return database;
    }

    /** The answer as it is. Headers are names and values; they go before those of {@link #ask}. */
    public String raw(String path, String... headers) {
        var request = request(queries(path));
        for (var i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return body(request.build()).body();
    }

    public String metricsOfCommand() {
        return text(managementOf(command) + "/actuator/prometheus");
    }

    /** In the form that has exemplars. */
    String openMetricsOfCommand() {
        var request = request(URI.create(managementOf(command) + "/actuator/prometheus"));
        request.setHeader("Accept", "application/openmetrics-text; version=1.0.0; charset=utf-8");
        return body(request.build()).body();
    }

    public String metricsOfQuery() {
        return text(managementOf(query) + "/actuator/prometheus");
    }

    /** What the service says of itself. */
    public String healthOfCommand() {
        return text(managementOf(command) + "/actuator/health");
    }

    /** As {@link #healthOfCommand()}. */
    public String healthOfQuery() {
        return text(managementOf(query) + "/actuator/health");
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

    public URI commands(String path) {
        return URI.create("http://localhost:" + command.getEnvironment().getProperty("local.server.port") + path);
    }

    public URI queries(String path) {
        return URI.create("http://localhost:" + query.getEnvironment().getProperty("local.server.port") + path);
    }

    /** Where operators reach consent-command. */
    public URI commandManagement() {
        return URI.create(managementOf(command));
    }

    /** Where operators reach consent-query. */
    public URI queryManagement() {
        return URI.create(managementOf(query));
    }

    private String text(String url) {
        return body(request(URI.create(url)).build()).body();
    }

    private String ownToken() {
        return authorization.substring("Bearer ".length());
    }

    /** Of somebody who may do everything, at a ledger that {@link #start()} started. */
    public static String token() {
        return TestIssuer.authorization().substring("Bearer ".length());
    }

    private HttpRequest.Builder request(URI address) {
        return HttpRequest.newBuilder(address)
                .header("Authorization", authorization)
                .header("X-Purpose-Of-Access", "acceptance");
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

    static ConfigurableApplicationContext run(
            SpringApplicationBuilder service, Map<String, Object> database, Map<String, Object> more) {
        var settings = new HashMap<>(database);
        // tests send as fast as they can
        settings.put("http.rate-limit", "1000000");
        settings.put("http.drain-delay", "0s");
        settings.put("server.port", "0");
        settings.put("management.server.port", "0");
        settings.putAll(more);
        return service.run(settings.entrySet().stream()
                .map(e -> "--" + e.getKey() + "=" + e.getValue())
                .toArray(String[]::new));
    }
}
