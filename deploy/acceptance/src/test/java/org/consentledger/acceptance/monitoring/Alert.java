package org.consentledger.acceptance.monitoring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** An alert of {@code deploy/prometheus}. */
record Alert(String name, String severity, JsonNode annotations) {

    static final Path PROMETHEUS = Path.of("..", "prometheus");
    static final Path RULES = PROMETHEUS.resolve("rules");
    static final Path TESTS = PROMETHEUS.resolve("tests");
    static final Path RUNBOOKS = Path.of("..", "docs", "runbooks");

    private static final YAMLMapper YAML = new YAMLMapper();

    /** Every one, in the order of the rules. */
    static List<Alert> all() {
        return filesOf(RULES).stream()
                .flatMap(file -> yaml(file).path("groups").valueStream())
                .flatMap(group -> group.path("rules").valueStream())
                .filter(rule -> rule.has("alert"))
                .map(rule -> new Alert(
                        rule.path("alert").asString(),
                        rule.at("/labels/severity").asString(""),
                        rule.path("annotations")))
                .toList();
    }

    static JsonNode yaml(Path file) {
        return YAML.readTree(file.toFile());
    }

    /** The files of a folder, in the order of their names. */
    static List<Path> filesOf(Path folder) {
        try (var files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The name that its page and its tests have: {@code LedgerTargetDown} is {@code ledger-target-down}. */
    String page() {
        return name.replaceAll("(?<!^)(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return name;
    }
}
