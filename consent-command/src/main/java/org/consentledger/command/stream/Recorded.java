package org.consentledger.command.stream;

import java.util.List;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.consentledger.ledger.reading.RecordedEvent;
import org.consentledger.ledger.store.Appended;

/** What a command recorded. It is known only after the command was handled: when its unit of work has committed. */
public final class Recorded {

    private volatile List<RecordedEvent> events = List.of();

    static Recorded by(UnitOfWork<?> unit) {
        var recorded = new Recorded();
        unit.afterCommit(committed -> recorded.events = Appended.by(committed));
        return recorded;
    }

    /** In order of position; empty as long as nothing is durable. */
    public List<RecordedEvent> events() {
        return events;
    }
}
