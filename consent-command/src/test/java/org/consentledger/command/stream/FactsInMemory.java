package org.consentledger.command.stream;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
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
    public List<RecordedEvent> about(String streamId, List<? extends LedgerEvent> events) {
        var asked = events.stream().map(LedgerEvent::about).toList();
        var latest = new LinkedHashMap<Object, LedgerEvent>();
        recorded.stream()
                .filter(event -> asked.contains(event.about()))
                .forEach(event -> latest.put(event.about(), event));
        return latest.values().stream()
                .map(event -> new RecordedEvent(
                        recorded.indexOf(event),
                        "id",
                        streamId,
                        "",
                        "",
                        1,
                        Instant.EPOCH,
                        new UUID(0, 0),
                        "{}",
                        event,
                        null))
                .toList();
    }

    @Override
    public Optional<Long> lastSequence(String streamId) {
        return recorded.isEmpty() ? Optional.empty() : Optional.of(recorded.size() - 1L);
    }
}
