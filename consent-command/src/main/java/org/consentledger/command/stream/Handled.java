package org.consentledger.command.stream;

import java.util.List;
import org.consentledger.Rejection;
import org.consentledger.ledger.reading.RecordedEvent;

/** What a stream made of a command. */
public sealed interface Handled {

    /**
     * The command was accepted, and what was new is about to be recorded.
     *
     * @param known the events that already said part of it, or all
     * @param recordsSomething whether anything was new
     */
    record Accepted(List<RecordedEvent> known, boolean recordsSomething) implements Handled {
        public Accepted {
            known = List.copyOf(known);
        }
    }

    /** Nothing is recorded. */
    record Rejected(Rejection rejection) implements Handled {}
}
