package org.consentledger.acceptance.fuzz;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The same address with another method.
 *
 * @param methods those that the address takes
 */
record MethodProbes(Operation operation, Set<String> methods, Message valid) {

    private static final String KIND = "method";

    private static final List<String> METHODS = List.of(
            "GET",
            "HEAD",
            "POST",
            "PUT",
            "PATCH",
            "DELETE",
            "OPTIONS",
            "TRACE",
            "CONNECT",
            "PROPFIND",
            "QUERY",
            "get",
            "post",
            "Post",
            "GET\u0000",
            "G\u00CBT",
            "(GET)",
            "GETGET",
            "A".repeat(1_000),
            "-",
            "../POST");

    List<Probe> all() {
        return METHODS.stream()
                .filter(method -> !isOwn(method))
                .flatMap(method -> Stream.of(probe(method)))
                .toList();
    }

    /** Of an address that takes commands and queries, HEAD is the query's. */
    private boolean isOwn(String method) {
        return methods.contains(method) || (method.equals("HEAD") && operation.isCommand() && methods.contains("GET"));
    }

    private Probe probe(String method) {
        var line = valid.requestLine();
        var message = valid.asking(method + line.substring(line.indexOf(' ')));
        return Probe.alone(KIND, "another method", operation, message, expectation(method));
    }

    private Expectation expectation(String method) {
        var isLegal = method.equals("OPTIONS") || (method.equals("HEAD") && methods.contains("GET"));
        return isLegal
                ? Expectation.Answered.with(200)
                : Expectation.TurnedAway.as("METHOD_NOT_ALLOWED", "MALFORMED_REQUEST");
    }
}
