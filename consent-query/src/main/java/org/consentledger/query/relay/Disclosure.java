package org.consentledger.query.relay;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.consentledger.http.access.Caller;
import org.consentledger.http.access.Limits;
import org.consentledger.ledger.reading.RecordedEvent;
import org.consentledger.ledger.reading.Unsealing;
import org.consentledger.query.access.AccessLog;
import org.consentledger.query.access.ReadOperation;
import org.consentledger.query.access.Reader;

/** What of events goes out. */
@FunctionalInterface
interface Disclosure {

    List<RecordedEvent> of(List<RecordedEvent> events);

    /** Nothing personal: pseudonyms, purposes, times. A topic cannot forget, and so has nothing that would have to be forgotten. */
    static Disclosure withoutPersonalData() {
        return events -> events.stream().map(RecordedEvent::withoutPersonalData).toList();
    }

    /** All that can be read at this moment; whose data go out is written down first. */
    static Disclosure inFull(Unsealing unsealing, AccessLog accesses) {
        var service = new Caller("consent-query", null, Set.of(), Limits.none(), Instant.MAX);
        return events -> {
            var shown = unsealing.of(events);
            var reader = new Reader(service, "relay to Kafka", UUID.randomUUID().toString());
            accesses.enter(reader, ReadOperation.EVENTS, shown.stream().map(RecordedEvent::subjectId));
            return shown;
        };
    }
}
