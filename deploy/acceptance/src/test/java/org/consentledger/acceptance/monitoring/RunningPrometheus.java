package org.consentledger.acceptance.monitoring;

import static org.awaitility.Awaitility.await;

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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A Prometheus with the rules and the configuration that the project ships, but for where the services are and for time: it
 * scrapes and evaluates every second, and an alert has to hold for a second where it says minutes. What a rule looks back on
 * stays as it is.
 */
final class RunningPrometheus implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern LISTENING = Pattern.compile("msg=\"Listening on\" address=(\\S+)");
    private static final String OFTEN = "1s";

    private final Process process;
    private final HttpClient http = HttpClient.newHttpClient();
    private final String address;

    private RunningPrometheus(Process process, String address) {
        this.process = process;
        this.address = address;
    }

    /** @param targets host and port by job */
    static RunningPrometheus start(Path folder, Map<String, String> targets, String token) throws IOException {
        var log = folder.resolve("prometheus.log");
        var process = new ProcessBuilder(
                        PrometheusPrograms.find().prometheus().toString(),
                        "--config.file=" + configure(folder, targets, token),
                        "--storage.tsdb.path=" + folder.resolve("data"),
                        "--enable-feature=exemplar-storage",
                        "--web.listen-address=127.0.0.1:0")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            var address = await("Prometheus starts: " + log)
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> listening(process, log), Optional::isPresent)
                    .orElseThrow();
            return new RunningPrometheus(process, address);
        } catch (RuntimeException e) {
            process.destroy();
            throw e;
        }
    }

    private static Optional<String> listening(Process process, Path log) throws IOException {
        var said = Files.readString(log);
        if (!process.isAlive()) {
            throw new IllegalStateException("Prometheus has ended: " + said);
        }
        return LISTENING.matcher(said).results().map(found -> found.group(1)).findFirst();
    }

    private static Path configure(Path folder, Map<String, String> targets, String token) throws IOException {
        var tokenFile = Files.writeString(folder.resolve("token"), token);
        var config = (ObjectNode) Alert.yaml(Alert.PROMETHEUS.resolve("prometheus.yml"));
        ((ObjectNode) config.path("global")).put("scrape_interval", OFTEN).put("evaluation_interval", OFTEN);
        config.path("scrape_configs").forEach(job -> {
            var scrape = (ObjectNode) job;
            scrape.putPOJO("authorization", Map.of("credentials_file", tokenFile.toString()));
            scrape.putPOJO(
                    "static_configs",
                    List.of(Map.of(
                            "targets",
                            List.of(targets.get(scrape.path("job_name").asString())))));
        });
        var rules = Files.createDirectories(folder.resolve("rules"));
        for (var file : Alert.filesOf(Alert.RULES)) {
            var shortened = Alert.yaml(file);
            shortened.path("groups").forEach(group -> group.path("rules").forEach(RunningPrometheus::shorten));
            write(rules.resolve(file.getFileName()), shortened);
        }
        return write(folder.resolve("prometheus.yml"), config);
    }

    private static void shorten(JsonNode rule) {
        if (rule.has("for")) {
            ((ObjectNode) rule).put("for", OFTEN);
        }
    }

    /** JSON is YAML too. */
    private static Path write(Path file, JsonNode content) throws IOException {
        return Files.writeString(file, JSON.writeValueAsString(content));
    }

    /** Series that a query answers now. */
    List<JsonNode> query(String expression) {
        return get("/api/v1/query?query=" + encoded(expression))
                .at("/data/result")
                .valueStream()
                .toList();
    }

    /** Series that a query answers between two times, in seconds since 1970. */
    List<JsonNode> range(String expression, long from, long to, long step) {
        return get("/api/v1/query_range?query=" + encoded(expression) + "&start=" + from + "&end=" + to + "&step="
                        + step)
                .at("/data/result")
                .valueStream()
                .toList();
    }

    /** Names of alerts that fire. */
    Set<String> firing() {
        return get("/api/v1/alerts")
                .at("/data/alerts")
                .valueStream()
                .filter(alert -> alert.path("state").asString().equals("firing"))
                .map(alert -> alert.at("/labels/alertname").asString())
                .collect(Collectors.toSet());
    }

    /** Rules that could not be evaluated, with what Prometheus says; and those that were not evaluated yet. */
    List<String> unwell() {
        return get("/api/v1/rules")
                .at("/data/groups")
                .valueStream()
                .flatMap(group -> group.path("rules").valueStream())
                .filter(rule -> !rule.path("health").asString().equals("ok"))
                .map(rule -> rule.path("name").asString() + ": "
                        + rule.path("lastError").asString(rule.path("health").asString()))
                .toList();
    }

    private JsonNode get(String path) {
        try {
            var answer = http.send(
                    HttpRequest.newBuilder(URI.create("http://" + address + path))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new AssertionError(path + ": " + answer.body());
            }
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
