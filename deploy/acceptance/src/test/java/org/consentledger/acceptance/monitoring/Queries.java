package org.consentledger.acceptance.monitoring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/** Queries for Prometheus, to be parsed by promtool as if each were a recording rule. */
record Queries(List<String> expressions) {

    PrometheusPrograms.Outcome check(Path folder) throws IOException {
        var rules = IntStream.range(0, expressions.size())
                .mapToObj(i -> Map.of("record", "query:number:" + i, "expr", expressions.get(i)))
                .toList();
        // JSON is YAML too
        var file = Files.writeString(
                folder.resolve("queries.yml"),
                JsonMapper.shared()
                        .writeValueAsString(Map.of("groups", List.of(Map.of("name", "queries", "rules", rules)))));
        return PrometheusPrograms.find().promtool("check", "rules", file.toString());
    }
}
