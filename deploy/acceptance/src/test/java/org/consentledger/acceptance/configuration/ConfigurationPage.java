package org.consentledger.acceptance.configuration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The table of deploy/docs/configuration.md. */
record ConfigurationPage(Map<String, Row> rows) {

    private static final Path PAGE = Path.of("..", "docs", "configuration.md");
    private static final Pattern ROW =
            Pattern.compile("\\| `([A-Z_]+)` \\| ([^|]+) \\| ([^|]+) \\| ([^|]+) \\| (.+) \\|");

    /** One variable. */
    record Row(String variable, String readBy, String defaults, String allowed, String meaning) {

        boolean isFor(Service service) {
            return readBy.equals("both") || readBy.equals(service.word());
        }

        /** Some differ by service: {@code 10000; query 40000}. */
        String defaultOf(Service service) {
            var parts = List.of(defaults.replace("`", "").split("; "));
            var own = service.word() + " ";
            var told = parts.stream()
                    .filter(part -> part.startsWith(own))
                    .map(part -> part.substring(own.length()))
                    .findFirst()
                    .orElse(parts.getFirst());
            return told.equals("none") ? "" : told;
        }
    }

    static ConfigurationPage read() throws IOException {
        return new ConfigurationPage(Files.readAllLines(PAGE).stream()
                .map(ROW::matcher)
                .filter(row -> row.matches())
                .map(row -> new Row(
                        row.group(1),
                        row.group(2).strip(),
                        row.group(3).strip(),
                        row.group(4).strip(),
                        row.group(5)))
                .collect(Collectors.toMap(Row::variable, row -> row)));
    }
}
