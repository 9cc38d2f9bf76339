package org.consentledger.query.citation;

import java.time.Instant;
import org.consentledger.ledger.reading.RecordedEvent;

/**
 * An event that an answer rests on.
 *
 * @param recordedAt ledger time, UTC
 * @param receipt path of its receipt
 */
public record EventCited(String eventId, String type, long position, Instant recordedAt, String receipt) {

    /** By its place in the ledger. */
    public static EventCited of(RecordedEvent recorded) {
        return of(recorded.id(), recorded.type(), recorded.position(), recorded.recordedAt());
    }

    /** By what a projection keeps of it. */
    public static EventCited of(String eventId, String type, long position, Instant recordedAt) {
        return new EventCited(eventId, type, position, recordedAt, "/v1/receipts/" + eventId);
    }
}
