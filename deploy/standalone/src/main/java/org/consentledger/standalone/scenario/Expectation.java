package org.consentledger.standalone.scenario;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What an answer must be like.
 *
 * @param status the HTTP statuses allowed
 * @param decision null if it does not matter
 * @param events types of the events recorded, in order; null if they do not matter
 * @param code of the problem; null if it does not matter
 * @param pointer a place in the command that the problem must name; null if it does not matter
 * @param json values by {@link Selector}
 */
public record Expectation(
        List<Integer> status,
        @Nullable Decision decision,
        @Nullable List<String> events,
        @Nullable String code,
        @Nullable String pointer,
        Map<String, JsonNode> json) {

    private static final int RECORDED = 201;
    private static final int REFUSED = 403;

    public Expectation {
        status = List.copyOf(status);
        events = events == null ? null : List.copyOf(events);
        json = Collections.unmodifiableMap(new LinkedHashMap<>(json));
    }

    /** Whether a transfer is permitted, with the exact list of reasons if not. */
    public record Decision(String verdict, List<String> reasons) {

        public Decision {
            reasons = List.copyOf(reasons);
        }

        @Override
        public String toString() {
            return verdict + " " + reasons;
        }
    }

    /** What about the answer is not as it must be, one sentence each; empty if all is well. */
    public List<String> mismatches(Reply reply) {
        var found = new ArrayList<String>();
        if (!status.contains(reply.status())) {
            found.add("HTTP status must be " + oneOf(status) + ", is " + reply.status() + detail(reply));
        }
        if (code != null) {
            differ("the problem's code", code, reply.body().path("code").asString("missing"), found);
        }
        if (pointer != null && !pointers(reply).contains(pointer)) {
            found.add("the problem must point to " + pointer + ", points to " + pointers(reply));
        }
        if (decision != null) {
            differ("the decision", decision.toString(), decision(reply).toString(), found);
        }
        if (events != null && eventsMatter(reply, events)) {
            differ(
                    "the events",
                    events.toString(),
                    texts(reply.body().path("events"), "type").toString(),
                    found);
        }
        json.forEach((selector, expected) -> {
            var actual = Selector.of(selector).select(reply.body());
            if (!Agreement.between(expected, actual)) {
                differ(selector, expected.toString(), actual.isMissingNode() ? "missing" : actual.toString(), found);
            }
        });
        return found;
    }

    /** A repeat of a known fact records nothing, so its answer has no events to compare, unless none is expected. */
    private static boolean eventsMatter(Reply reply, List<String> events) {
        return reply.status() == RECORDED || reply.status() == REFUSED || events.isEmpty();
    }

    private static void differ(String what, String expected, String actual, List<String> found) {
        if (!expected.equals(actual)) {
            found.add(what + " must be " + expected + ", is " + actual);
        }
    }

    private static Decision decision(Reply reply) {
        var decision = reply.body().path("decision");
        return new Decision(decision.path("verdict").asString("missing"), texts(decision.path("reasons"), null));
    }

    private static List<String> pointers(Reply reply) {
        return texts(reply.body().path("errors"), "pointer");
    }

    private static List<String> texts(JsonNode list, @Nullable String member) {
        return list.valueStream()
                .map(element -> member == null ? element : element.path(member))
                .map(element -> element.asString("missing"))
                .toList();
    }

    private static String oneOf(List<Integer> status) {
        return status.size() == 1 ? status.getFirst().toString() : "one of " + status;
    }

    private static String detail(Reply reply) {
        var detail = reply.body().path("detail").asString("");
        return detail.isEmpty() ? "" : " (" + detail + ")";
    }
}
