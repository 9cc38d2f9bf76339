package org.consentledger.acceptance.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** Queries with one parameter that is wrong, missing, unknown or repeated: the answer names it. */
final class ParameterProbes {

    private static final String KIND = "parameter";
    private static final int SOME = 6;

    private static final List<String> NO_NUMBER = List.of(
            "",
            " ",
            "1 ",
            " 1",
            "+1",
            "1.0",
            "1,0",
            "1e3",
            "0x10",
            "#10",
            "1_000",
            "1L",
            "--1",
            "-",
            "NaN",
            "Infinity",
            "null",
            "true",
            "\u0661",
            "\uFF11",
            "1\u0000",
            "1\n",
            "9223372036854775808",
            "-9223372036854775809",
            "99999999999999999999999999999999",
            "1;2",
            "1'--",
            Texts.MARK,
            "${" + Texts.MARK + "}");

    /** Octets that are no UTF-8: overlong, halves of characters, too large, cut off. */
    private static final List<String> NO_UTF8 = List.of(
            "%FF", "%80", "%C0%AF", "%C0%80", "%C1%81", "%E0%80%AF", "%ED%A0%80", "%F4%90%80%80", "%E2%82", "a%C3");

    private static final List<String> NO_ENCODING = List.of("%", "%4", "%zz", "%u0041", "%-1", "%%35%63", "%+20");

    private final Operation operation;
    private final Target target;
    private final Samples samples;
    private final RandomGenerator random;

    ParameterProbes(Operation operation, Target target, Samples samples, RandomGenerator random) {
        this.operation = operation;
        this.target = target;
        this.samples = samples;
        this.random = random;
    }

    List<Probe> all() {
        var probes = new ArrayList<Probe>();
        for (var parameter : operation.parameters()) {
            if (parameter.place() != Parameter.Place.HEADER) {
                bad(parameter).forEach(text -> probes.add(named(parameter, text)));
                Stream.of(NO_UTF8, NO_ENCODING)
                        .flatMap(list -> Texts.some(list, 3, random).stream())
                        .forEach(written -> probes.add(unreadable(parameter, written)));
            }
            if (parameter.place() == Parameter.Place.QUERY) {
                missing(parameter).forEach(probes::add);
                repeated(parameter).forEach(probes::add);
            }
        }
        unknown().forEach(probes::add);
        return probes;
    }

    private Probe named(Parameter parameter, String text) {
        // no path with a zero in it comes as far as to its parameters
        var isCutOff = parameter.place() == Parameter.Place.PATH && text.indexOf('\0') >= 0;
        return probe(
                parameter.name() + ": no value of it",
                target.with(parameter, Target.encoded(text)),
                isCutOff ? Expectation.TurnedAway.as("MALFORMED_REQUEST") : Expectation.Named.of(parameter));
    }

    private Probe unreadable(Parameter parameter, String written) {
        return Probe.alone(
                KIND,
                parameter.name() + ": octets that are no text",
                operation,
                Message.get(target.with(parameter, Texts.MARK + written).text()),
                parameter.place() == Parameter.Place.PATH
                        ? Expectation.TurnedAway.as("MALFORMED_REQUEST")
                        : Expectation.Named.of(parameter));
    }

    private Stream<Probe> missing(Parameter parameter) {
        return Stream.of(parameter)
                .filter(Parameter::isRequired)
                .map(required -> probe(
                        required.name() + ": left out", target.without(required), Expectation.Named.of(required)));
    }

    private Stream<Probe> repeated(Parameter parameter) {
        var value = Target.encoded(new Exemplar(operation, samples).text(parameter));
        var once = target.with(parameter, value);
        return Stream.of(value, "", Texts.MARK)
                .filter(_ -> !parameter.isList())
                .map(second -> probe(
                        parameter.name() + ": given twice",
                        once.and(parameter.name() + "=" + second),
                        Expectation.Named.of(parameter)));
    }

    private Stream<Probe> unknown() {
        return Stream.of(
                        Texts.MARK,
                        "asof",
                        "SUBJECT",
                        "minposition",
                        "_method",
                        "format",
                        "callback",
                        "class.module",
                        "debug")
                .filter(name -> operation.parameters().stream()
                        .noneMatch(known -> known.name().equals(name)))
                .map(name -> probe(
                        "…: unknown parameter",
                        target.and(name + "=" + name),
                        new Expectation.Named("parameter", name)));
    }

    /** Texts that are not among the parameter's values. */
    private List<String> bad(Parameter parameter) {
        var schema = parameter.isList() ? parameter.schema().items() : parameter.schema();
        if (schema.type().equals("integer")) {
            return Stream.concat(
                            Texts.some(NO_NUMBER, SOME, random).stream(),
                            Stream.of("minimum", "maximum")
                                    .flatMap(bound -> schema.bound(bound).stream()
                                            .map(value -> value + (bound.equals("minimum") ? -1 : 1)))
                                    .map(String::valueOf))
                    .toList();
        }
        if (schema.isTime()) {
            return Texts.some(Times.NONE, SOME, random);
        }
        if (!schema.isParticular()) {
            return List.of();
        }
        var longest = schema.bound("maxLength");
        return Stream.of(
                        Texts.some(bad(schema, Texts.FORBIDDEN), SOME, random).stream(),
                        Texts.some(bad(schema, Texts.ODD), SOME, random).stream(),
                        schema.constants().stream().limit(1).map(name -> name.toLowerCase(Locale.ROOT)),
                        longest.stream().map(length -> Texts.ofLength(length + 1)),
                        longest.stream().map(_ -> Texts.ofLength(3_000)))
                .flatMap(texts -> texts)
                .filter(text ->
                        parameter.place() == Parameter.Place.QUERY || (!text.isBlank() && !text.matches("[.]+")))
                .toList();
    }

    /** Halves of characters have no encoding here. */
    private static List<String> bad(Schema schema, List<String> texts) {
        return texts.stream()
                .filter(text -> !schema.takes(text) && text.codePoints().noneMatch(ParameterProbes::isHalf))
                .toList();
    }

    private static boolean isHalf(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }

    private Probe probe(String spoiled, Target target, Expectation expectation) {
        var types = operation.mediaTypes().stream().sorted().toList();
        var accept = types.isEmpty() || random.nextInt(4) > 0 ? "*/*" : types.get(random.nextInt(types.size()));
        return Probe.of(KIND, spoiled, operation, Message.get(target.text(), "Accept: " + accept), expectation);
    }
}
