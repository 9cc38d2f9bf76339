package org.consentledger.query.projection;

import java.util.List;
import java.util.function.IntFunction;
import org.consentledger.ledger.reading.EventFilter;
import org.consentledger.ledger.reading.LedgerReader;
import org.consentledger.ledger.reading.RecordedEvent;
import org.consentledger.ledger.reading.UnreadableEventException;

/**
 * Events in order of position, as far as they can be read.
 *
 * @param events at least one, unless there is none
 * @param cut whether an event further on in the page cannot be read
 */
public record ReadableEvents(List<RecordedEvent> events, boolean cut) {

    public ReadableEvents {
        events = List.copyOf(events);
    }

    /**
     * Reads a page; if something in it is unreadable, a shorter one, so that what comes before is not held back by it.
     *
     * @param limited gives the filter for a number of events
     * @throws UnreadableEventException if the very first event is unreadable
     */
    public static ReadableEvents read(LedgerReader ledger, IntFunction<EventFilter> limited, int limit) {
        for (var size = limit; ; size /= 2) {
            try {
                return new ReadableEvents(ledger.read(limited.apply(size)), size < limit);
            } catch (UnreadableEventException e) {
                if (size == 1) {
                    throw e;
                }
            }
        }
    }
}
