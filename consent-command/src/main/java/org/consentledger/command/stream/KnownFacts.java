package org.consentledger.command.stream;

import java.util.List;
import java.util.Optional;
import org.consentledger.LedgerEvent;
import org.consentledger.ledger.reading.RecordedEvent;

/** Knows what the ledger already holds: asked now, not remembered. */
public interface KnownFacts {

    /** The latest event of the stream about each thing that these events are about, in order of position. */
    List<RecordedEvent> about(String streamId, List<? extends LedgerEvent> events);

    /** Sequence number of the stream's newest event; empty if it has none. */
    Optional<Long> lastSequence(String streamId);
}
