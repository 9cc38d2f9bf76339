package org.consentledger.command.stream;

import java.util.List;
import org.consentledger.Rejection;
import org.consentledger.ledger.reading.RecordedEvent;

/** What a stream made of a command. */
public sealed interface Handled {

    /**
     * The command was accepted.
     *
     * @param known the events that already said part of it, or all
     * @param recorded the events that said what was new; they are there once the command is through
     */
    record Accepted(List<RecordedEvent> known, Recorded recorded) implements Handled {
        public Accepted {
            known = List.copyOf(known);
        }
    }

    /** Nothing is recorded. */
    record Rejected(Rejection rejection) implements Handled {}
}
