package org.consentledger.verifier;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.consentledger.log.entry.Entry;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Whether an event is what a slice was asked for. */
final class SliceFit {

    private static final Set<String> KNOWN =
            Set.of("after", "upTo", "from", "to", "type", "subjectId", "recipient", "purpose");

    private static final String EVERY_PURPOSE = "*";

    private final Map<String, String> filter;
    private final long after;
    private final long upTo;
    private final Instant from;
    private final Instant to;

    /** @throws IllegalArgumentException if it is no filter, or has a part that this verifier does not know */
    SliceFit(Map<String, String> filter) {
        if (!KNOWN.containsAll(filter.keySet())) {
            throw new IllegalArgumentException("the verifier does not know every part of its filter");
        }
        this.filter = Map.copyOf(filter);
        try {
            this.after = Long.parseLong(filter.getOrDefault("after", "-1"));
            this.upTo = Long.parseLong(filter.getOrDefault("upTo", Long.toString(Long.MAX_VALUE)));
            this.from = Instant.parse(filter.getOrDefault("from", Instant.MIN.toString()));
            this.to = Instant.parse(filter.getOrDefault("to", Instant.MAX.toString()));
        } catch (DateTimeException | NumberFormatException e) {
            throw new IllegalArgumentException("a position or a time in its filter is none", e);
        }
    }

    long after() {
        return after;
    }

    boolean fits(Entry entry) {
        return entry.position() > after
                && entry.position() <= upTo
                && !entry.recordedAt().isBefore(from)
                && entry.recordedAt().isBefore(to)
                && isAsked("type", entry.eventType())
                && isAsked("subjectId", entry.streamId())
                && isToRecipient(entry)
                && isForPurpose(entry);
    }

    private boolean isAsked(String name, @Nullable String value) {
        return !filter.containsKey(name) || filter.get(name).equals(value);
    }

    private boolean isToRecipient(Entry entry) {
        return isAsked("recipient", entry.recipient())
                || entry.streamId().equals("recipient-" + filter.get("recipient"));
    }

    private boolean isForPurpose(Entry entry) {
        if (!filter.containsKey("purpose")) {
            return true;
        }
        try {
            var payload = StrictJson.read(entry.payload(), JsonNode.class, "an event");
            var purpose = payload.path("purpose")
                    .asString(payload.at("/transfer/purpose").asString(""));
            return purpose.equals(EVERY_PURPOSE) || isAsked("purpose", purpose);
        } catch (StrictJson.UnreadableException e) {
            return false;
        }
    }
}
