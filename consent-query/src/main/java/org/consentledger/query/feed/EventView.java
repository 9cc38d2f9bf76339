package org.consentledger.query.feed;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.consentledger.ledger.reading.LedgerReader;
import org.consentledger.ledger.reading.RecordedEvent;
import org.consentledger.subject.SubjectEvent;
import org.jspecify.annotations.Nullable;

/**
 * An event as the ledger holds it.
 *
 * @param revision of the form of {@code data}
 * @param recordedAt ledger time, UTC
 * @param clientId who sent the command: an OAuth client, or the service itself; null in events of a release that did
 *     not ask
 * @param subjectId null if the event is about a notice or a recipient
 * @param data what was recorded
 */
public record EventView(
        String id,
        String type,
        int revision,
        long position,
        Instant recordedAt,
        @Nullable String clientId,
        @Nullable String subjectId,

        @JsonRawValue @Schema(implementation = Object.class, types = "object")
        String data) {

    public static EventView of(RecordedEvent recorded, LedgerReader ledger) {
        return new EventView(
                recorded.id(),
                recorded.type(),
                recorded.revision(),
                recorded.position(),
                recorded.recordedAt(),
                recorded.clientId(),
                recorded.event() instanceof SubjectEvent event
                        ? event.subjectId().value()
                        : null,
                ledger.json(recorded.event()));
    }
}
