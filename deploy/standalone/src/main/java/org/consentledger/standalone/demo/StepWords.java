package org.consentledger.standalone.demo;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.consentledger.standalone.scenario.CommandStep;
import org.consentledger.standalone.scenario.QueryStep;
import org.consentledger.standalone.scenario.Step;
import tools.jackson.databind.JsonNode;

/** What is sent, in short. */
final class StepWords {

    /** What tells one command from another, in the order in which one would say it. */
    private static final List<String> TELLING = List.of(
            "subject",
            "notice",
            "version",
            "noticeVersion",
            "recipient",
            "class",
            "country",
            "purposes",
            "purpose",
            "dataCategories",
            "kind",
            "framework",
            "intent",
            "collectedAt",
            "revokedAt",
            "objectedAt",
            "withdrawnAt",
            "occurredAt",
            "retiredAt",
            "effectiveFrom",
            "validFrom");

    private StepWords() {}

    static String of(Step step) {
        return switch (step) {
            case CommandStep told -> told.command() + " " + telling(told.body());
            case QueryStep asked -> "GET /v1" + parameters(asked.query());
        };
    }

    /** Apart from each other, so that a line may be broken between them. */
    private static String parameters(String query) {
        return URLDecoder.decode(query.replace("?", " ").replace("&", " "), StandardCharsets.UTF_8);
    }

    private static String telling(JsonNode body) {
        return TELLING.stream()
                .filter(body::hasNonNull)
                .map(name -> words(body.get(name)))
                .collect(Collectors.joining(", "));
    }

    private static String words(JsonNode value) {
        if (!value.isArray()) {
            return value.asString();
        }
        return value.valueStream()
                .map(element -> element.path("purpose").asString(element.asString("")))
                .collect(Collectors.joining(" + "));
    }
}
