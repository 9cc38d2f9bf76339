package org.consentledger.mailing;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What an event says of one purpose of one person.
 *
 * @param subjectId the person's pseudonym, which is the key of the record as well
 * @param at when it was said, in the world; it may have reached the ledger much later
 * @param isConsent whether it permits, or forbids
 */
record Saying(String subjectId, Instant at, boolean isConsent) {

    private static final String PREFIX = "org.consentledger.";
    private static final String CONSENT = "ConsentGiven";
    private static final String ERASURE = "SubjectErased";
    private static final String EVERY_PURPOSE = "*";

    /** Where each kind of event has its time. Other kinds say nothing that a mailing on consent has to know. */
    private static final Map<String, String> TIMES = Map.of(
            CONSENT,
            "collectedAt",
            "ConsentRefused",
            "collectedAt",
            "ConsentRevoked",
            "revokedAt",
            "ConsentExpired",
            "expiredAt",
            ERASURE,
            "erasedAt");

    /**
     * Reads a CloudEvent; empty if it says nothing of the purpose.
     *
     * @param event as JSON
     */
    static Optional<Saying> in(JsonNode event, String purpose) {
        var type = event.path("type").asString().replace(PREFIX, "");
        var time = TIMES.get(type);
        var data = event.path("data");
        var about = data.path("purpose").asString("");
        if (time == null || !(type.equals(ERASURE) || about.equals(purpose) || about.equals(EVERY_PURPOSE))) {
            return Optional.empty();
        }
        var at = Instant.parse(data.path(time).asString());
        return Optional.of(new Saying(event.path("subject").asString(), at, type.equals(CONSENT)));
    }

    /** The later word counts; of two at the same time, the one that forbids. */
    Saying or(Saying other) {
        if (at.equals(other.at)) {
            return isConsent ? other : this;
        }
        return at.isAfter(other.at) ? this : other;
    }
}
