package org.consentledger.standalone.token;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.consentledger.http.access.Limit;

/**
 * Which token somebody asks for at the command line: a role, and what it is limited to, such as {@code writer
 * purposes=business-notices,site-cookies}.
 *
 * @param limits by the name of their claim
 */
public record TokenCall(Role role, Map<String, List<String>> limits) {

    private static final String CLAIM_PREFIX = "ledger_";

    /**
     * Reads what stands after {@code token}.
     *
     * @throws IllegalArgumentException with a sentence for whoever called, if there is no such token
     */
    public static TokenCall of(List<String> arguments) {
        if (arguments.isEmpty()) {
            throw new IllegalArgumentException("say for whom: " + roles());
        }
        var role = Role.of(arguments.getFirst())
                .orElseThrow(() -> new IllegalArgumentException(
                        "there is no role " + arguments.getFirst() + ": it is one of " + roles()));
        var limits = new TreeMap<String, List<String>>();
        for (var argument : arguments.subList(1, arguments.size())) {
            var parts = argument.split("=", 2);
            limits.put(claim(parts[0]), parts.length == 1 ? List.of() : Arrays.asList(parts[1].split(",")));
        }
        return new TokenCall(role, limits);
    }

    private static String claim(String name) {
        return Stream.of(Limit.values())
                .map(Limit::claim)
                .filter(claim -> claim.equals(CLAIM_PREFIX + name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a token cannot be limited by " + name + ", only by "
                        + Stream.of(Limit.values())
                                .map(limit -> limit.claim().substring(CLAIM_PREFIX.length()))
                                .collect(Collectors.joining(", "))));
    }

    private static String roles() {
        return Stream.of(Role.values()).map(Role::id).collect(Collectors.joining(", "));
    }
}
