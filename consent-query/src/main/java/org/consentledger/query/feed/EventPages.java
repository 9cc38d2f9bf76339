package org.consentledger.query.feed;

import java.util.List;
import org.consentledger.ledger.reading.LedgerReader;
import org.consentledger.ledger.reading.RecordedEvent;
import org.consentledger.ledger.reading.Unsealing;
import org.consentledger.query.access.AccessLog;
import org.consentledger.query.access.ReadOperation;
import org.consentledger.query.access.Reader;
import org.springframework.stereotype.Component;

/** The ledger in pages. */
@Component
final class EventPages {

    private final LedgerReader ledger;
    private final Unsealing unsealing;
    private final CloudEvents events;
    private final AccessLog accesses;

    EventPages(LedgerReader ledger, Unsealing unsealing, CloudEvents events, AccessLog accesses) {
        this.ledger = ledger;
        this.unsealing = unsealing;
        this.events = events;
        this.accesses = accesses;
    }

    /**
     * A page.
     *
     * @param position how far the ledger was read, from either end: up to here the filter lets nothing else through
     * @param more whether the ledger went on there when it was read
     */
    record EventPage(long position, boolean more, List<CloudEvent> events) {}

    /** @param reader whose accesses are entered before the page is given out */
    EventPage read(FeedFilter filter, long after, int limit, Reader reader) {
        var head = ledger.head();
        var scan = Scan.of(ledger::read, RecordedEvent::position);
        // one more, so that the last page has no link to an empty one
        var found = scan.next(filter, after, head, limit + 1);
        var isFull = found.items().size() > limit;
        var shown = unsealing.of(isFull ? found.items().subList(0, limit) : found.items());
        accesses.enter(reader, ReadOperation.EVENTS, shown.stream().map(RecordedEvent::subjectId));
        var reached = isFull ? shown.getLast().position() : Math.min(found.upTo(), head);
        return new EventPage(reached, isFull || reached < head, events.of(shown));
    }

    /**
     * The newest events before a position, the newest first.
     *
     * @param before only earlier positions; {@link Long#MAX_VALUE} for all
     * @param reader whose accesses are entered before the page is given out
     */
    EventPage readBackwards(FeedFilter filter, long before, int limit, Reader reader) {
        var end = Math.min(before, ledger.head() + 1);
        var found = new BackwardScan(ledger::readBackwards).next(filter, end, limit + 1);
        var isFull = found.events().size() > limit;
        var shown = unsealing.of(isFull ? found.events().subList(0, limit) : found.events());
        accesses.enter(reader, ReadOperation.EVENTS, shown.stream().map(RecordedEvent::subjectId));
        var reached = isFull ? shown.getLast().position() : found.from();
        return new EventPage(reached, reached > 0, events.of(shown));
    }
}
