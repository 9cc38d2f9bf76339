package org.consentledger.ledger.store;

import java.util.List;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.consentledger.ledger.reading.RecordedEvent;

/** What a unit of work appended to the ledger, known once it is durable: nobody has to read it back. */
public final class Appended {

    private static final String RESOURCE = Appended.class.getName();

    private Appended() {}

    /** In order of position; empty if it appended nothing. */
    public static List<RecordedEvent> by(UnitOfWork<?> unit) {
        List<RecordedEvent> events = unit.root().getResource(RESOURCE);
        return events == null ? List.of() : events;
    }

    static void to(UnitOfWork<?> unit, List<RecordedEvent> events) {
        unit.root().resources().put(RESOURCE, List.copyOf(events));
    }
}
