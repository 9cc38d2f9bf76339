package org.consentledger.chaos.relay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.consentledger.chaos.proof.Findings;
import tools.jackson.databind.JsonNode;

/** What must be true of all that a consumer got: each event once, in order for each key, and as the feed has it. */
final class RelayProof {

    /** Members of events that hold what is personal; the relay leaves them out unless it is told otherwise. */
    private static final Set<String> PERSONAL =
            Set.of("subject", "statementSha256", "locale", "collectedBy", "reference", "authority", "reason");

    private final List<JsonNode> feed;
    private final long head;
    private final Findings findings;

    /**
     * Of one ledger, which may go on: the end of a consent is recorded without anybody's asking.
     *
     * @param feed all events of the ledger as {@code /v1/events} has them now, in order of position
     * @param head the last position that everybody must have got
     */
    RelayProof(List<JsonNode> feed, long head, Findings findings) {
        this.feed = feed;
        this.head = head;
        this.findings = findings;
    }

    /**
     * Holds it against the ledger.
     *
     * @param who got it
     * @param received in the order in which it came
     */
    void of(String who, List<Received> received) {
        eachOnce(who, received);
        inOrder(who, received);
        asTheFeedHasIt(who, received);
    }

    private void eachOnce(String who, List<Received> received) {
        var times = new int[feed.size()];
        var strange = new ArrayList<Long>();
        for (var one : received) {
            if (one.position() < 0 || one.position() >= times.length) {
                strange.add(one.position());
            } else {
                times[(int) one.position()]++;
            }
        }
        var missing = new ArrayList<Integer>();
        var doubled = new ArrayList<Integer>();
        for (var position = 0; position < times.length; position++) {
            if (times[position] == 0 && position <= head) {
                missing.add(position);
            } else if (times[position] > 1) {
                doubled.add(position);
            }
        }
        findings.addAll(who + " got positions that the ledger does not have", strange);
        findings.addAll(who + " never got these positions", missing);
        findings.addAll(who + " got these positions more than once", doubled);
    }

    private void inOrder(String who, List<Received> received) {
        var last = new HashMap<String, Received>();
        var wrong = new ArrayList<String>();
        for (var one : received) {
            var before = last.put(one.key(), one);
            if (before != null && (before.position() >= one.position() || before.partition() != one.partition())) {
                wrong.add(one.position() + " after " + before.position());
            }
        }
        findings.addAll(who + " got events of one key out of order", wrong);
    }

    private void asTheFeedHasIt(String who, List<Received> received) {
        var wrong = received.stream()
                .filter(one -> one.position() < feed.size() && !isAsTheFeedHasIt(one))
                .map(Received::position)
                .toList();
        findings.addAll(who + " got events that the feed has otherwise, or with what is personal", wrong);
    }

    private boolean isAsTheFeedHasIt(Received one) {
        var event = feed.get((int) one.position());
        return one.key().equals(event.path("subject").asString()) && isSame(one.event(), event, event.has("data"));
    }

    /** @param isEvent whether this is the CloudEvent itself, whose {@code subject} is a pseudonym */
    private static boolean isSame(JsonNode relayed, JsonNode event, boolean isEvent) {
        if (!relayed.isObject() || !event.isObject()) {
            return relayed.equals(event);
        }
        return Set.copyOf(relayed.propertyNames()).equals(Set.copyOf(event.propertyNames()))
                && event.properties().stream().allMatch(member -> isSame(relayed, member, isEvent));
    }

    private static boolean isSame(JsonNode relayed, Map.Entry<String, JsonNode> member, boolean isEvent) {
        var there = relayed.path(member.getKey());
        var isLeftOut = !isEvent && there.isNull() && PERSONAL.contains(member.getKey());
        return isLeftOut || isSame(there, member.getValue(), false);
    }
}
