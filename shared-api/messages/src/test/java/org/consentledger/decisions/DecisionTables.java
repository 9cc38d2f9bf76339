package org.consentledger.decisions;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads decision tables, strictly: an unknown or doubled key, an empty table or a doubled case is an error. */
public final class DecisionTables {

    /** No table tells of anything later, so that each can be posted to a running ledger. UTC. */
    public static final Instant END_OF_ALL_TABLES = Instant.parse("2026-11-01T00:00:00Z");

    private static final YAMLMapper YAML = YAMLMapper.builder(YAMLFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private DecisionTables() {}

    /**
     * Every table of a directory, by file name.
     *
     * @throws IllegalArgumentException if the directory holds none, or one that is not well-formed
     */
    public static SequencedMap<String, DecisionTable> in(Path directory) throws IOException {
        var tables = new TreeMap<String, DecisionTable>();
        for (var file : yamlFiles(directory)) {
            tables.put(file.getFileName().toString(), read(file.getFileName().toString(), Files.readString(file)));
        }
        if (tables.isEmpty()) {
            throw new IllegalArgumentException("no decision table in " + directory);
        }
        return tables;
    }

    static DecisionTable read(String name, String yaml) {
        try {
            var table = YAML.readValue(yaml, DecisionTable.class);
            requireCases(table);
            return table;
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("decision table " + name + ": " + e.getMessage(), e);
        }
    }

    private static void requireCases(DecisionTable table) {
        if (table == null || table.cases().isEmpty()) {
            throw new IllegalArgumentException("it has no case");
        }
        var names = table.cases().stream().map(DecisionTable.Case::name).toList();
        if (names.stream().distinct().count() < names.size()) {
            throw new IllegalArgumentException("two of its cases have the same name");
        }
        var tooLate = table.cases().stream()
                .filter(c -> times(c).anyMatch(END_OF_ALL_TABLES::isBefore))
                .map(DecisionTable.Case::name)
                .toList();
        if (!tooLate.isEmpty()) {
            throw new IllegalArgumentException("later than " + END_OF_ALL_TABLES + ": " + tooLate);
        }
    }

    private static Stream<Instant> times(DecisionTable.Case c) {
        return Stream.concat(
                c.given().stream().map(GivenFact::at), Stream.of(c.transfer().at()));
    }

    private static List<Path> yamlFiles(Path directory) throws IOException {
        try (var files = Files.list(directory)) {
            return files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList();
        }
    }
}
