package org.consentledger.query.replay;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.consentledger.log.export.FormulaGuard;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** The form in which a result is written, row by row. */
sealed interface ResultForm {

    MediaType type();

    /** How its file ends. */
    String extension();

    String head(Replay replay, ReplayResult result);

    /**
     * One row.
     *
     * @param number how many rows went before
     */
    String row(Map<String, @Nullable Object> row, long number);

    String foot();

    /** One object, whose rows stand on lines of their own. */
    record Json(JsonMapper mapper) implements ResultForm {

        @Override
        public MediaType type() {
            return MediaType.APPLICATION_JSON;
        }

        @Override
        public String extension() {
            return "json";
        }

        @Override
        public String head(Replay replay, ReplayResult result) {
            return "{\"id\":\"%s\",\"position\":%d,\"asOf\":%s,\"%s\":["
                    .formatted(replay.id(), replay.target(), mapper.writeValueAsString(replay.asOf()), result.title());
        }

        @Override
        public String row(Map<String, @Nullable Object> row, long number) {
            return (number == 0 ? "\n" : ",\n") + mapper.writeValueAsString(row);
        }

        @Override
        public String foot() {
            return "\n]}\n";
        }
    }

    /**
     * Comma-separated values (RFC 4180), header first. Texts are guarded against spreadsheets ({@link FormulaGuard}).
     */
    record Csv(JsonMapper mapper) implements ResultForm {

        @Override
        public MediaType type() {
            return MediaType.parseMediaType("text/csv;charset=UTF-8;header=present");
        }

        @Override
        public String extension() {
            return "csv";
        }

        @Override
        public String head(Replay replay, ReplayResult result) {
            return line(result.columns().stream().map(ReplayResult.Column::name).toList());
        }

        @Override
        public String row(Map<String, @Nullable Object> row, long number) {
            return line(row.values().stream().map(this::field).toList());
        }

        @Override
        public String foot() {
            return "";
        }

        private String field(@Nullable Object value) {
            return switch (value) {
                case null -> "";
                case Long whole -> Long.toString(whole);
                case Collection<?> several ->
                    quoted(several.stream().map(String::valueOf).collect(Collectors.joining(" ")));
                case String text -> quoted(text);
                // a time or an object, as in JSON; a time needs no quotes of JSON's
                default -> quoted(unquoted(mapper.writeValueAsString(value)));
            };
        }

        private static String unquoted(String json) {
            return json.startsWith("\"") ? json.substring(1, json.length() - 1) : json;
        }

        private static String quoted(String text) {
            var safe = FormulaGuard.guarded(text);
            return safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                    ? '"' + safe.replace("\"", "\"\"") + '"'
                    : safe;
        }

        private static String line(List<String> fields) {
            return String.join(",", fields) + "\r\n";
        }
    }
}
