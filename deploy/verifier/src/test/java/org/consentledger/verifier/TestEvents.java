package org.consentledger.verifier;

import java.time.Instant;
import java.util.UUID;
import org.consentledger.log.entry.Entry;

/** Events of a ledger, the same for every test. */
final class TestEvents {

    private TestEvents() {}

    static Entry event(long position) {
        return new Entry(
                position,
                "0192f0c4-0000-7000-8000-%012d".formatted(position),
                "Subject",
                "subject-" + position % 7,
                position / 7,
                Instant.parse("2016-11-02T09:00:00.123456Z").plusSeconds(position),
                "ConsentGiven",
                "1",
                new UUID(7, position),
                0,
                "%064x".formatted(position),
                "",
                "{\"purpose\":\"business-notices\",\"note\":\"é ∑ 🙂 " + position + "\"}",
                "{\"traceId\":\"" + position + "\"}");
    }

    /** The same, but for another purpose. */
    static Entry withOtherPayload(Entry e) {
        return new Entry(
                e.position(),
                e.eventId(),
                e.streamType(),
                e.streamId(),
                e.streamSequence(),
                e.recordedAt(),
                e.eventType(),
                e.revision(),
                e.commandId(),
                e.eventIndex(),
                e.requestSha256(),
                e.recipient(),
                "{\"purpose\":\"profiling\"}",
                e.metadata());
    }

    /** The same at another position. */
    static Entry at(Entry e, long position) {
        return new Entry(
                position,
                e.eventId(),
                e.streamType(),
                e.streamId(),
                e.streamSequence(),
                e.recordedAt(),
                e.eventType(),
                e.revision(),
                e.commandId(),
                e.eventIndex(),
                e.requestSha256(),
                e.recipient(),
                e.payload(),
                e.metadata());
    }
}
