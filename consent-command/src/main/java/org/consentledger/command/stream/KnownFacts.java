package org.consentledger.command.stream;

import java.util.List;
import org.consentledger.LedgerEvent;
import org.consentledger.ledger.reading.RecordedEvent;

/** Knows what the ledger already holds. */
@FunctionalInterface
public interface KnownFacts {

    /** The latest event of the stream about each thing that these events are about, in order of position. */
    List<RecordedEvent> about(String streamId, List<? extends LedgerEvent> events);
}
