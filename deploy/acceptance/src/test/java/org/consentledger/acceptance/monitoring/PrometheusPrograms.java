package org.consentledger.acceptance.monitoring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Prometheus and promtool on this machine: in the folder named by {@code -Dprometheus=} or the environment's {@code PROMETHEUS},
 * as {@code make test} does, else in the one that {@code deploy/tools/prometheus} finds.
 */
record PrometheusPrograms(Path folder) {

    private static final String FINDER = "../tools/prometheus";

    /** What a program said, on whichever of its outputs, and its exit code. */
    record Outcome(int code, String said) {}

    static PrometheusPrograms find() {
        return new PrometheusPrograms(Optional.ofNullable(System.getProperty("prometheus"))
                .or(() -> Optional.ofNullable(System.getenv("PROMETHEUS")))
                .filter(folder -> !folder.isBlank())
                .map(Path::of)
                .orElseGet(PrometheusPrograms::found));
    }

    private static Path found() {
        var outcome = run(List.of(FINDER, "find"), "");
        if (outcome.code() != 0) {
            throw new AssertionError(outcome.said());
        }
        return Path.of(outcome.said().strip());
    }

    Path prometheus() {
        return folder.resolve("prometheus");
    }

    Outcome promtool(String... arguments) {
        return promtoolOn("", arguments);
    }

    /** @param input what it reads from its standard input */
    Outcome promtoolOn(String input, String... arguments) {
        return run(
                Stream.concat(Stream.of(folder.resolve("promtool").toString()), Stream.of(arguments))
                        .toList(),
                input);
    }

    private static Outcome run(List<String> command, String input) {
        try {
            var file = Files.createTempFile("input", ".txt");
            try {
                Files.writeString(file, input);
                var process = new ProcessBuilder(command)
                        .redirectInput(file.toFile())
                        .redirectErrorStream(true)
                        .start();
                var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                return new Outcome(process.waitFor(), said);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
