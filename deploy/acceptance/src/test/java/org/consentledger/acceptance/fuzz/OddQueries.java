package org.consentledger.acceptance.fuzz;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** Queries in which nothing is wrong, for all that they look like: they are answered as any other. */
final class OddQueries {

    private static final String KIND = "odd but legal";
    private static final int SOME = 12;

    private final Operation operation;
    private final Target target;
    private final RandomGenerator random;

    OddQueries(Operation operation, Target target, RandomGenerator random) {
        this.operation = operation;
        this.target = target;
        this.random = random;
    }

    List<Probe> all() {
        return Stream.concat(
                        Stream.of(probe("nothing", target, Expectation.Answered.with(200))),
                        operation.parameters().stream().flatMap(this::odd))
                .toList();
    }

    private Stream<Probe> odd(Parameter parameter) {
        var schema = parameter.isList() ? parameter.schema().items() : parameter.schema();
        if (parameter.place() == Parameter.Place.HEADER || schema.type().equals("integer")) {
            return Stream.empty();
        }
        var texts = schema.isTime()
                ? Times.AT_THE_EDGES.keySet().stream().sorted().toList()
                : Texts.ODD.stream().filter(schema::takes).toList();
        return Texts.some(texts, SOME, random).stream()
                .filter(text -> !parameter.isList() || text.indexOf(',') < 0)
                .map(text -> probe(
                        parameter.name() + ": an odd text",
                        target.with(parameter, Target.encoded(text)),
                        expectation(parameter, schema)));
    }

    /** A path that ends in dots is another path, and one with an empty segment none. */
    private static Expectation expectation(Parameter parameter, Schema schema) {
        if (parameter.place() == Parameter.Place.PATH) {
            return Expectation.Answered.with(200, 400, 404, 422).naming(parameter);
        }
        return schema.isTime()
                ? Expectation.Answered.with(200)
                : Expectation.Answered.with(200, 404, 422).naming(parameter);
    }

    private Probe probe(String odd, Target target, Expectation expectation) {
        return Probe.of(
                KIND, odd, operation, Message.get(target.text(), "Accept: application/json, */*;q=0.1"), expectation);
    }
}
