package org.consentledger.verifier;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One thing that a receipt says of an event.
 *
 * @param receipt where it stands in the receipt, a JSON pointer
 * @param payload where it stands in the event's payload; where kinds of events differ, one of these
 */
record ReceiptMember(String receipt, boolean isPersonal, List<String> payload) {

    static ReceiptMember of(String receipt, String... payload) {
        return new ReceiptMember(receipt, false, List.of(payload));
    }

    /** What may be gone from a receipt since the person was erased. */
    static ReceiptMember personal(String receipt, String... payload) {
        return new ReceiptMember(receipt, true, List.of(payload));
    }

    /** What the event says; null if it says nothing of the kind. */
    @Nullable JsonNode in(JsonNode event) {
        return payload.stream()
                .map(event::at)
                .filter(found -> !found.isMissingNode() && !found.isNull() && !(found.isArray() && found.isEmpty()))
                .findFirst()
                .orElse(null);
    }
}
