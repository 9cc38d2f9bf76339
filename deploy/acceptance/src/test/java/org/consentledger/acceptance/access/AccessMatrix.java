package org.consentledger.acceptance.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.consentledger.http.access.Scope;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The table of who may call what.
 *
 * @param rules by part (a service, or its management port) and route
 */
record AccessMatrix(Map<String, Map<String, Rule>> rules) {

    private static final Path FILE = Path.of("../docs/access-matrix.yaml");

    /** @param isPublic whether no token is needed */
    record Rule(boolean isPublic, Set<Scope> scopes) {

        private static Rule of(JsonNode entry) {
            if (entry.isArray()) {
                var scopes = EnumSet.noneOf(Scope.class);
                entry.forEach(scope -> scopes.add(scope(scope.asString())));
                return new Rule(false, scopes);
            }
            return switch (entry.asString()) {
                case "public" -> new Rule(true, EnumSet.allOf(Scope.class));
                case "any" -> new Rule(false, EnumSet.allOf(Scope.class));
                default -> throw new IllegalArgumentException("no rule: " + entry);
            };
        }

        private static Scope scope(String value) {
            return Stream.of(Scope.values())
                    .filter(scope -> scope.value().equals(value))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no scope: " + value));
        }

        /** What is answered to each caller, by who they are. */
        Map<String, String> answers(Set<String> badTokens) {
            var answers = new TreeMap<String, String>();
            answers.put("no token", isPublic ? "in" : "401 TOKEN_MISSING");
            badTokens.forEach(token -> answers.put(token, "401 INVALID_TOKEN"));
            for (var scope : Scope.values()) {
                answers.put(scope.value(), scopes.contains(scope) ? "in" : "403 INSUFFICIENT_SCOPE");
            }
            return answers;
        }
    }

    static AccessMatrix read() {
        try {
            var rules = new LinkedHashMap<String, Map<String, Rule>>();
            for (var part : new YAMLMapper().readTree(Files.readString(FILE)).properties()) {
                var routes = new TreeMap<String, Rule>();
                part.getValue().properties().forEach(route -> routes.put(route.getKey(), Rule.of(route.getValue())));
                rules.put(part.getKey(), routes);
            }
            return new AccessMatrix(rules);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
