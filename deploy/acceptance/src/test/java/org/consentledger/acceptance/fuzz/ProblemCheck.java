package org.consentledger.acceptance.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What every problem must be (RFC 9457 and the documents' own schema), and what it must not tell.
 *
 * @param codes the codes there are
 */
record ProblemCheck(Set<String> codes) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** Words of whoever wrote the service or what it stands on. */
    private static final Pattern INTERNAL = Pattern.compile(
            "Exception|Throwable|stack ?trace|\\bat (?:org|java|jakarta|tools|com)\\.|(?:org|com|tools|jakarta)\\.[a-z]+\\.|java\\.[a-z]+\\."
                    + "|consentledger|[Ss]pring|[Tt]omcat|[Cc]atalina|[Jj]ackson|[Hh]ibernate|[Hh]ikari|[Aa]xon|[Pp]ostgre|\\bSQL|SELECT |INSERT |<html|\\.java\\b|null\\b");

    /** Everything that is wrong with the answer. */
    List<String> complaints(Answer answer) {
        var complaints = new ArrayList<String>();
        if (!answer.mediaType().equals("application/problem+json")) {
            complaints.add("an error of type " + answer.mediaType());
            return complaints;
        }
        switch (read(answer)) {
            case ObjectNode problem -> complaints.addAll(complaints(answer, problem));
            default -> complaints.add("a problem that is no JSON object");
        }
        return complaints;
    }

    private List<String> complaints(Answer answer, ObjectNode problem) {
        var complaints = new ArrayList<String>();
        Stream.of("type", "title", "detail", "code", "instance")
                .filter(member -> problem.path(member).asString("").isBlank())
                .map(member -> "a problem without " + member)
                .forEach(complaints::add);
        if (problem.path("status").asInt() != answer.status()) {
            complaints.add("the problem's status is another");
        }
        if (!codes.contains(problem.path("code").asString(""))) {
            complaints.add("a code that the document does not know: " + problem.path("code"));
        }
        if (!problem.path("instance")
                .asString("")
                .endsWith(":" + answer.header("X-Request-Id").orElse(""))) {
            complaints.add("the problem's instance is another request");
        }
        var told = withoutNames(problem).toString();
        if (INTERNAL.matcher(told).find()) {
            complaints.add("something internal leaks");
        }
        if (told.contains(Texts.MARK)) {
            complaints.add("the answer repeats the value");
        }
        return complaints;
    }

    /** A name that the caller made up is given back, so that the caller finds it; and the request's, if it is harmless. */
    private static ObjectNode withoutNames(ObjectNode problem) {
        var told = problem.deepCopy();
        told.remove("instance");
        told.path("errors").forEach(fault -> {
            if (fault instanceof ObjectNode named) {
                named.remove(List.of("pointer", "parameter"));
            }
        });
        return told;
    }

    static JsonNode read(Answer answer) {
        try {
            return JSON.readTree(answer.text());
        } catch (JacksonException e) {
            return JSON.missingNode();
        }
    }
}
