package org.consentledger.acceptance.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** Commands with one field that is wrong, missing, unknown or doubled: the answer names that field. */
final class FieldProbes {

    private static final String KIND = "field";

    private static final List<String> UNKNOWN = List.of(
            Texts.MARK,
            "Subject",
            "subject ",
            "subjects",
            "__proto__",
            "constructor",
            "@class",
            "@type",
            "$type",
            "@c",
            "java.lang.Runtime",
            "a/b~c",
            "a.b",
            "",
            " ",
            "0",
            "\u0000",
            "\r\n" + Texts.MARK,
            "\uD800" + Texts.MARK,
            "\u00E9",
            "\uD83D\uDE00",
            "\u202E" + Texts.MARK,
            "${" + Texts.MARK + "}",
            "<script>" + Texts.MARK,
            "position",
            "recordedAt",
            "commandId",
            Texts.ofLength(300));
    private static final List<String> OF_UNKNOWN = List.of("null", "1", "\"a\"", "{}", "[]", "{\"a\":[{\"b\":{}}]}");
    private static final int SOME = 6;

    private final Operation operation;
    private final Body body;
    private final RandomGenerator random;

    FieldProbes(Operation operation, Body body, RandomGenerator random) {
        this.operation = operation;
        this.body = body;
        this.random = random;
    }

    List<Probe> all() {
        return Stream.of(
                        wrong("", Objects.requireNonNull(operation.body())).stream(),
                        body.objects().stream().flatMap(this::unknown),
                        body.objects().stream().flatMap(this::doubled))
                .flatMap(probes -> probes)
                .toList();
    }

    private List<Probe> wrong(String pointer, Schema schema) {
        var probes = new ArrayList<Probe>();
        if (schema.type().equals("object")) {
            schema.properties().forEach((name, property) -> {
                var place = pointer + "/" + name;
                BadValue.of(property, schema.requires(name), random).forEach(bad -> probes.add(spoiled(place, bad)));
                probes.addAll(wrong(place, property));
            });
        } else if (schema.type().equals("array")) {
            var place = pointer + "/0";
            BadValue.of(schema.items(), false, random).forEach(bad -> probes.add(spoiled(place, bad)));
            probes.addAll(wrong(place, schema.items()));
        }
        return probes;
    }

    private Probe spoiled(String pointer, BadValue bad) {
        return probe(pointer + ": " + bad.how(), body.with(pointer, bad.json()), pointer + bad.below());
    }

    private Stream<Probe> unknown(String object) {
        var known = body.valid().at(object);
        return Texts.some(UNKNOWN, SOME, random).stream()
                .filter(name -> !known.has(name))
                .map(name -> probe(
                        object + "/…: unknown field",
                        body.withMember(
                                object,
                                Texts.quoted(name, random.nextBoolean()),
                                OF_UNKNOWN.get(random.nextInt(OF_UNKNOWN.size())),
                                random),
                        object + "/" + name.replace("~", "~0").replace("/", "~1")));
    }

    private Stream<Probe> doubled(String object) {
        return body.valid().at(object).properties().stream().flatMap(member -> {
            var name = member.getKey();
            var escaped = "\"\\u" + String.format(Locale.ROOT, "%04x", (int) name.charAt(0)) + name.substring(1) + "\"";
            var values = List.of(member.getValue().toString(), "null", "\"" + Texts.MARK + "\"");
            return Stream.of("\"" + name + "\"", escaped)
                    .map(written -> probe(
                            object + "/…: field twice",
                            body.withMember(object, written, values.get(random.nextInt(values.size())), random),
                            object + "/" + name));
        });
    }

    private Probe probe(String spoiled, String text, String pointer) {
        return Probe.of(KIND, spoiled, operation, Message.json(operation, text), Expectation.Named.pointer(pointer));
    }
}
