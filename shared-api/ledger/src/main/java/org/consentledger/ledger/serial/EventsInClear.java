package org.consentledger.ledger.serial;

import java.util.Set;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import tools.jackson.databind.JsonNode;

/**
 * Events from before personal data were encrypted have the same form as those since, except that nothing is null in it and
 * nothing stands apart.
 */
public final class EventsInClear extends SingleEventUpcaster {

    private static final String CLEAR = "1";
    private static final String SEALED = "2";

    private static final Set<String> TYPES = Set.of(
            "ConsentGiven",
            "ConsentRefused",
            "ConsentRevoked",
            "ProcessingObjected",
            "ObjectionWithdrawn",
            "TransferPermitted",
            "TransferRefused",
            "TransferReported");

    @Override
    protected boolean canUpcast(IntermediateEventRepresentation event) {
        return TYPES.contains(event.getType().getName())
                && CLEAR.equals(event.getType().getRevision());
    }

    @Override
    protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
        var type = new SimpleSerializedType(event.getType().getName(), SEALED);
        return event.upcastPayload(type, JsonNode.class, json -> json);
    }
}
