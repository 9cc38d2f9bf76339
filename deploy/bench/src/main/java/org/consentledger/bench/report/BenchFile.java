package org.consentledger.bench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code bench.json}: the figures for programs. */
public final class BenchFile {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final double DIGITS = 1_000;

    private BenchFile() {}

    public static void write(Path file, Figures figures) throws IOException {
        Files.writeString(file, JSON.writeValueAsString(tree(figures)) + "\n");
    }

    /** Nested by the dots of the names; numbers to three digits after the point. */
    static ObjectNode tree(Figures figures) {
        var root = JSON.createObjectNode();
        figures.all().forEach((name, value) -> {
            var path = List.of(name.split("\\."));
            var node = root;
            for (var level : path.subList(0, path.size() - 1)) {
                node = node.withObjectProperty(level);
            }
            put(node, path.getLast(), value);
        });
        return root;
    }

    private static void put(ObjectNode node, String key, Object value) {
        switch (value) {
            case Double number -> node.put(key, rounded(number));
            case List<?> numbers -> {
                var array = node.putArray(key);
                numbers.forEach(number -> array.add(rounded((Double) number)));
            }
            default -> node.put(key, value.toString());
        }
    }

    private static double rounded(double number) {
        return Double.isFinite(number) ? Math.round(number * DIGITS) / DIGITS : number;
    }
}
