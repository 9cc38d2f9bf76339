package org.consentledger.acceptance.fuzz;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** All requests of one round, made of what the documents say. */
record Probes(List<Operation> operations, Samples samples) {

    List<Probe> round(long seed) {
        var random = new Random(seed);
        var probes = new ArrayList<Probe>();
        operations.stream().filter(Probes::areMadeOf).forEach(operation -> probes.addAll(of(operation, random)));
        Collections.shuffle(probes, random);
        return probes;
    }

    /** Not of what takes something away without a body: whatever is spoiled, it might do so. */
    static boolean areMadeOf(Operation operation) {
        return operation.isCommand() || operation.method().equals("GET");
    }

    private List<Probe> of(Operation operation, RandomGenerator random) {
        var exemplar = new Exemplar(operation, samples);
        return operation.isCommand() ? command(exemplar, random) : query(exemplar, random);
    }

    private List<Probe> command(Exemplar exemplar, RandomGenerator random) {
        var operation = exemplar.operation();
        var body = new Body(exemplar.body());
        var probes = new ArrayList<Probe>();
        probes.addAll(new FieldProbes(operation, body, random).all());
        probes.addAll(new BodyProbes(operation, body, random).all());
        probes.addAll(atTheEdge(exemplar, Message.json(operation, body.text()), Message.json(operation, "{}"), random));
        return probes;
    }

    private List<Probe> query(Exemplar exemplar, RandomGenerator random) {
        var operation = exemplar.operation();
        var target = Target.of(exemplar);
        var valid = Message.get(target.text());
        var probes = new ArrayList<Probe>();
        probes.addAll(new ParameterProbes(operation, target, samples, random).all());
        probes.addAll(new OddQueries(operation, target, random).all());
        probes.addAll(atTheEdge(exemplar, valid, valid, random));
        return probes;
    }

    private Set<String> methods(String path) {
        return operations.stream()
                .filter(operation -> operation.path().equals(path))
                .map(Operation::method)
                .collect(Collectors.toSet());
    }

    /** What has nothing to do with what the operation takes. */
    private List<Probe> atTheEdge(Exemplar exemplar, Message valid, Message harmless, RandomGenerator random) {
        var operation = exemplar.operation();
        var probes = new ArrayList<Probe>();
        probes.addAll(new HeaderProbes(operation, valid, samples, random).all());
        probes.addAll(new MethodProbes(operation, methods(operation.path()), harmless).all());
        probes.addAll(Texts.some(new PathProbes(operation, harmless).all(), 24, random));
        probes.addAll(new FramingProbes(operation, harmless, random).all());
        return probes;
    }
}
