package org.consentledger.command.stream;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.consentledger.LedgerEvent;
import org.consentledger.ledger.reading.RecordedEvent;

/** The facts a test says the ledger holds. */
public final class FactsInMemory implements KnownFacts {

    private final List<LedgerEvent> recorded = new ArrayList<>();

    /** Remembers facts and hands them on, so that a test can name them once. */
    public LedgerEvent[] holding(LedgerEvent... events) {
        recorded.addAll(List.of(events));
        return events;
    }

    @Override
    public List<RecordedEvent> of(String streamId, List<? extends LedgerEvent> facts) {
        var asked = facts.stream().map(LedgerEvent::fact).toList();
        return recorded.stream()
                .filter(event -> asked.contains(event.fact()))
                .map(event -> new RecordedEvent(
                        recorded.indexOf(event), "id", streamId, "", "", 1, Instant.EPOCH, new UUID(0, 0), event))
                .toList();
    }
}
