package org.consentledger.command.stream;

import java.util.List;
import java.util.Optional;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.consentledger.LedgerEvent;
import org.consentledger.ledger.keyring.Subject;
import org.consentledger.ledger.reading.KnownEvents;
import org.consentledger.ledger.reading.RecordedEvent;

record LedgerFacts(KnownEvents known, EventStore events) implements KnownFacts {

    @Override
    public List<RecordedEvent> about(String streamId, List<? extends LedgerEvent> toSay) {
        return known.about(
                streamId, toSay, Subject.ofCommand().map(Subject::key).orElse(null));
    }

    @Override
    public Optional<Long> lastSequence(String streamId) {
        return events.lastSequenceNumberFor(streamId);
    }
}
