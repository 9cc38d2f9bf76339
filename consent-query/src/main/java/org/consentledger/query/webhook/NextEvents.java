package org.consentledger.query.webhook;

import org.consentledger.ledger.reading.LedgerReader;
import org.consentledger.ledger.reading.RecordedEvent;
import org.consentledger.ledger.reading.UnreadableEventException;
import org.consentledger.query.feed.Scan;
import org.consentledger.query.projection.LedgerHead;
import org.springframework.stereotype.Component;

/** What is to be delivered next. */
@Component
class NextEvents {

    private static final int PAGE_EVENTS = 100;

    private final LedgerReader ledger;
    private final LedgerHead head;

    NextEvents(LedgerReader ledger, LedgerHead head) {
        this.ledger = ledger;
        this.head = head;
    }

    /**
     * Reads on behind a position. Finds few, or nothing, before the end if it would have to look at too much.
     *
     * @throws UnreadableEventException if the very next event is of a release that is newer than this one
     */
    Scan.Found<RecordedEvent> after(EventChoice choice, long position) {
        var end = Math.max(position, head.position());
        try {
            return chosen(choice, read(choice, position, end, PAGE_EVENTS));
        } catch (UnreadableEventException e) {
            // what comes before it is not held back by it
            return chosen(choice, read(choice, position, end, 1));
        }
    }

    private Scan.Found<RecordedEvent> read(EventChoice choice, long position, long end, int limit) {
        return Scan.of(ledger::read, RecordedEvent::position).next(choice.roughly(), position, end, limit);
    }

    private static Scan.Found<RecordedEvent> chosen(EventChoice choice, Scan.Found<RecordedEvent> found) {
        return new Scan.Found<>(found.items().stream().filter(choice::lets).toList(), found.upTo());
    }
}
