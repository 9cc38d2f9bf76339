package org.consentledger.command.stream;

import java.util.List;
import org.consentledger.LedgerEvent;
import org.consentledger.ledger.reading.RecordedEvent;

/** Knows which facts the ledger already holds. */
@FunctionalInterface
public interface KnownFacts {

    /** Those events of the stream that say exactly one of these facts, in order of position. */
    List<RecordedEvent> of(String streamId, List<? extends LedgerEvent> facts);
}
