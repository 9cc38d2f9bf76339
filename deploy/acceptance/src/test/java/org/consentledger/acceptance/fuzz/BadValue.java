package org.consentledger.acceptance.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a schema does not take.
 *
 * @param how for people
 * @param json as it is written in the body; null if the field is left out
 * @param below where in the value the fault is: a JSON pointer, empty for the value itself
 */
record BadValue(String how, @Nullable String json, String below) {

    /** Of long lists of values, each request of a round takes so many. */
    private static final int SOME = 6;

    private static final List<String> NO_TEXT = List.of(
            "0",
            "-1",
            "-0",
            "1e400",
            "1E-400",
            "-9223372036854775809",
            "123456789012345678901234567890",
            "0.1",
            "true",
            "false",
            "{}",
            "[]",
            "[[[]]]",
            "[\"a\"]",
            "{\"a\":\"b\"}",
            "{\"$ref\":\"#\"}");
    private static final List<String> NO_TRUTH =
            List.of("0", "1", "-1", "1.0", "\"true\"", "\"false\"", "\"\"", "\"yes\"", "[]", "[true]", "{}");
    private static final List<String> NO_INTEGER = List.of(
            "0.1",
            "1.0",
            "1e400",
            "1E-400",
            "-9223372036854775809",
            "123456789012345678901234567890",
            "true",
            "\"\"",
            "\"1\"",
            "[]",
            "[1]",
            "{}");
    private static final List<String> NO_LIST =
            List.of("0", "1e400", "\"\"", "\"a\"", "\"a,b\"", "true", "{}", "{\"0\":\"a\"}");
    private static final List<String> NO_OBJECT = List.of("0", "1e400", "\"\"", "\"{}\"", "true", "[]", "[{}]", "[[]]");

    /** Some of what the schema does not take, another choice with each call. */
    static List<BadValue> of(Schema schema, boolean isRequired, RandomGenerator random) {
        var bad = new ArrayList<BadValue>();
        if (isRequired) {
            bad.add(new BadValue("left out", null, ""));
        }
        if (!schema.isNullable() && isRequired) {
            bad.add(whole("null", "null"));
        }
        bad.addAll(
                switch (schema.type()) {
                    case "object" -> whole("no object", NO_OBJECT);
                    case "boolean" -> whole("no truth value", NO_TRUTH);
                    case "integer" -> noInteger(schema);
                    case "array" -> noList(schema);
                    case "string" -> noText(schema, random);
                    default -> throw new AssertionError("no bad values are known for type " + schema.type());
                });
        return bad;
    }

    private static List<BadValue> noInteger(Schema schema) {
        var bad = new ArrayList<>(whole("no integer", NO_INTEGER));
        schema.bound("minimum").ifPresent(min -> bad.add(whole("too small", Long.toString(min - 1L))));
        return bad;
    }

    private static List<BadValue> noList(Schema schema) {
        var bad = new ArrayList<>(whole("no list", NO_LIST));
        schema.bound("minItems").filter(min -> min > 0).ifPresent(_ -> bad.add(whole("too few elements", "[]")));
        bad.add(new BadValue("no element", "[null]", "/0"));
        if (schema.items().type().equals("string") && schema.items().constants().isEmpty()) {
            schema.bound("maxItems").ifPresent(max -> bad.add(whole("too many elements", distinct(schema, max + 1))));
            if (schema.node().path("uniqueItems").asBoolean(false)) {
                bad.add(whole("an element twice", distinct(schema, 1).replaceAll("\\[(.*)]", "[$1,$1]")));
            }
        }
        return bad;
    }

    /** As many elements that are in order each. */
    private static String distinct(Schema list, int count) {
        var text = Texts.distinct(count);
        return list.items().takes("a0") ? text : text.toUpperCase(Locale.ROOT);
    }

    private static List<BadValue> noText(Schema schema, RandomGenerator random) {
        var bad = new ArrayList<>(whole("no text", Texts.some(NO_TEXT, SOME, random)));
        var ascii = random.nextBoolean();
        if (schema.isTime()) {
            Texts.some(Times.NONE, 2 * SOME, random)
                    .forEach(time -> bad.add(whole("no time", Texts.quoted(time, ascii))));
            return bad;
        }
        lengths(schema).forEach(text -> bad.add(whole("of another length", Texts.quoted(text, ascii))));
        var others = Stream.of(Texts.FORBIDDEN, Texts.ODD, misspelt(schema))
                .flatMap(List::stream)
                .filter(text -> !schema.takes(text))
                .toList();
        Texts.some(others, 2 * SOME, random).forEach(text -> bad.add(whole("another text", Texts.quoted(text, ascii))));
        return bad;
    }

    private static List<String> misspelt(Schema schema) {
        return schema.constants().stream()
                .limit(1)
                .flatMap(name -> Stream.of(
                        name.toLowerCase(Locale.ROOT),
                        name + " ",
                        " " + name,
                        name + "\u0000",
                        name + "," + name,
                        "0",
                        ""))
                .toList();
    }

    private static List<String> lengths(Schema schema) {
        var max = schema.bound("maxLength");
        return Stream.of(
                        schema.bound("minLength").filter(min -> min > 0).map(_ -> ""),
                        max.map(length -> Texts.ofLength(length + 1)),
                        max.map(length -> "\uD83D\uDE00".repeat(length + 1)),
                        max.map(_ -> Texts.ofLength(5_000)))
                .flatMap(Optional::stream)
                .toList();
    }

    private static List<BadValue> whole(String how, List<String> json) {
        return json.stream().map(value -> whole(how, value)).toList();
    }

    private static BadValue whole(String how, String json) {
        return new BadValue(how, json, "");
    }
}
