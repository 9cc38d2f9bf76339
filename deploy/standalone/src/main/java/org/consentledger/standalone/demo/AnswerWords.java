package org.consentledger.standalone.demo;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.stream.Collectors;
import org.consentledger.standalone.scenario.CommandStep;
import org.consentledger.standalone.scenario.QueryStep;
import org.consentledger.standalone.scenario.Reply;
import org.consentledger.standalone.scenario.Selector;
import org.consentledger.standalone.scenario.Step;
import tools.jackson.databind.JsonNode;

/** What the ledger answered, as a person wants to read it. */
final class AnswerWords {

    private static final int RECORDED = 201;
    private static final int KNOWN = 200;

    private final Paint paint;

    AnswerWords(Paint paint) {
        this.paint = paint;
    }

    String of(Step step, Reply reply) {
        var body = reply.body();
        return switch (step) {
            case CommandStep _
            when body.path("decision").has("verdict") ->
                (isReport(body) ? "reported: " : "") + verdict(body.path("decision"));
            case CommandStep _
            when reply.status() == RECORDED ->
                "recorded " + events(body) + " at position "
                        + body.path("position").asString("?");
            case CommandStep _ when reply.status() == KNOWN -> "known already; nothing new was recorded";
            case QueryStep _ when body.has("verdict") -> verdict(body);
            case QueryStep query when reply.status() == KNOWN -> selected(query, body);
            case Step _ -> problem(reply);
        };
    }

    private static boolean isReport(JsonNode body) {
        return body.path("events")
                .valueStream()
                .anyMatch(event -> event.path("type").asString("").equals("TransferReported"));
    }

    private String verdict(JsonNode decision) {
        var verdict = decision.path("verdict").asString("");
        if (verdict.equals("PERMITTED")) {
            return paint.good(verdict) + ground(decision.path("ground"));
        }
        return paint.bad(verdict) + " because "
                + decision.path("reasons")
                        .valueStream()
                        .map(reason -> ReasonWords.of(reason.asString("?")))
                        .collect(Collectors.joining("; "));
    }

    private static String ground(JsonNode ground) {
        if (!ground.hasNonNull("basis")) {
            return "";
        }
        var safeguard = ground.path("safeguard");
        return " on " + words(ground.path("basis")) + " under notice "
                + ground.path("notice").asString("?") + " "
                + ground.path("noticeVersion").asString("?")
                + (safeguard.hasNonNull("kind") ? ", abroad by " + words(safeguard.path("kind")) : "");
    }

    private static String words(JsonNode code) {
        return code.asString("?").toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String events(JsonNode body) {
        return body
                .path("events")
                .valueStream()
                .map(event -> event.path("type").asString("?"))
                .collect(Collectors.groupingBy(type -> type, LinkedHashMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(type -> type.getValue() == 1 ? type.getKey() : type.getValue() + " x " + type.getKey())
                .collect(Collectors.joining(", "));
    }

    /** Of a long answer, what the story is about. */
    private static String selected(QueryStep query, JsonNode body) {
        return query.expect().json().keySet().stream()
                .map(selector -> Selector.of(selector) + " "
                        + Selector.of(selector).select(body).asString("none"))
                .collect(Collectors.joining("; "));
    }

    private String problem(Reply reply) {
        var body = reply.body();
        return paint.bad("rejected") + " with " + reply.status() + " "
                + body.path("code").asString("") + ": "
                + body.path("detail").asString("no explanation");
    }
}
