package org.consentledger.importing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * How rows become commands: a file of properties. {@code subject = ${customer_id}} says where a field comes from,
 * {@code command.value.yes = give-consent} what a value of the table means. Without a file every field comes from the column of its name.
 *
 * @param fields those that rows have
 * @param timeFormat null for RFC 3339
 * @param zone of times that have none
 * @param separator between purposes
 */
record Mapping(Map<Field, Template> fields, @Nullable DateTimeFormatter timeFormat, ZoneId zone, String separator) {

    private static final String VALUE = ".value.";
    private static final String FORMAT = "at.format";
    private static final String ZONE = "at.zone";
    private static final String SEPARATOR = "purposes.separator";
    private static final String USUAL_SEPARATOR = ";";

    Mapping {
        fields = Map.copyOf(fields);
    }

    /** What the ledger is told where the table says something. */
    String told(Field field, String said) {
        var template = fields.get(field);
        return template == null ? said : template.told(said);
    }

    /** Of a table whose columns have the names of fields. */
    static Mapping byName(List<String> columns) {
        var fields = new EnumMap<Field, Template>(Field.class);
        for (var column : columns) {
            Field.titled(column).ifPresent(field -> fields.put(field, new Template("${" + column + "}", Map.of())));
        }
        return new Mapping(fields, null, ZoneId.of("UTC"), USUAL_SEPARATOR).complete(columns);
    }

    /**
     * As a file says.
     *
     * @throws UnusableInputException if it says something that there is not
     */
    static Mapping read(Path file, List<String> columns) {
        var properties = new Properties();
        try (var in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(in);
        } catch (IOException | IllegalArgumentException e) {
            throw new UnusableInputException("the mapping " + file + " cannot be read");
        }
        var texts = new EnumMap<Field, String>(Field.class);
        var values = new EnumMap<Field, Map<String, String>>(Field.class);
        for (var name : properties.stringPropertyNames()) {
            var said = properties.getProperty(name);
            var field = Field.titled(name);
            var at = name.indexOf(VALUE);
            if (field.isPresent()) {
                texts.put(field.get(), said);
            } else if (at > 0) {
                values.computeIfAbsent(known(name.substring(0, at)), _ -> new HashMap<>())
                        .put(name.substring(at + VALUE.length()), said.strip());
            } else if (!List.of(FORMAT, ZONE, SEPARATOR).contains(name)) {
                throw unknown(name);
            }
        }
        var fields = new EnumMap<Field, Template>(Field.class);
        texts.forEach((field, text) -> fields.put(field, new Template(text, values.getOrDefault(field, Map.of()))));
        return new Mapping(
                        fields,
                        format(properties.getProperty(FORMAT)),
                        zone(properties.getProperty(ZONE, "UTC")),
                        properties.getProperty(SEPARATOR, USUAL_SEPARATOR))
                .complete(columns);
    }

    private static Field known(String title) {
        return Field.titled(title).orElseThrow(() -> unknown(title));
    }

    private static UnusableInputException unknown(String name) {
        return new UnusableInputException("the mapping says something of " + name + ", which is no field");
    }

    private static @Nullable DateTimeFormatter format(@Nullable String pattern) {
        try {
            // strict, or 31 April would become 30 April; then the year of a pattern is its u
            return pattern == null
                    ? null
                    : DateTimeFormatter.ofPattern(pattern.replace('y', 'u'), Locale.ROOT)
                            .withResolverStyle(ResolverStyle.STRICT);
        } catch (IllegalArgumentException e) {
            throw new UnusableInputException(FORMAT + " is no pattern of a time");
        }
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw new UnusableInputException(ZONE + " is no time zone");
        }
    }

    /** @throws UnusableInputException if a field is missing that every row needs, or a column that the file speaks of */
    private Mapping complete(List<String> columns) {
        for (var field : List.of(Field.COMMAND, Field.SUBJECT, Field.PURPOSES, Field.AT, Field.CHANNEL)) {
            if (!fields.containsKey(field)) {
                throw new UnusableInputException("nothing says where " + field.title() + " comes from");
            }
        }
        fields.values().stream()
                .flatMap(template -> template.columns().stream())
                .filter(column -> !columns.contains(column))
                .findFirst()
                .ifPresent(column -> {
                    throw new UnusableInputException(
                            "the mapping names the column " + column + ", which the table has not");
                });
        return this;
    }
}
