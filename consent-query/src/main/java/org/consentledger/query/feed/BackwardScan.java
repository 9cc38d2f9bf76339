package org.consentledger.query.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.consentledger.ledger.reading.EventFilter;
import org.consentledger.ledger.reading.RecordedEvent;

/**
 * Goes through the ledger from its end for what a filter lets through, in the same steps as {@link Scan} from its beginning.
 *
 * @param reading one round trip, the newest event first
 */
record BackwardScan(Function<EventFilter, List<RecordedEvent>> reading) {

    /**
     * What was found.
     *
     * @param events the newest first
     * @param from how far the ledger was read: from here to where it began the filter lets nothing else through; 0 at its
     *     beginning
     */
    record Found(List<RecordedEvent> events, long from) {

        Found {
            events = List.copyOf(events);
        }
    }

    /**
     * Reads on. Finds less than the limit, or nothing, before the beginning if it would have to look at too much.
     *
     * @param before only earlier positions
     * @param limit of events; positive
     */
    Found next(FeedFilter filter, long before, int limit) {
        var events = new ArrayList<RecordedEvent>();
        var reached = before;
        for (var step = 0; step < Scan.STEPS_MAX && reached > 0 && events.size() < limit; step++) {
            var after = filter.isIndexed() ? -1 : Math.max(-1, reached - 1 - Scan.STEP_EVENTS);
            var left = limit - events.size();
            var read = reading.apply(filter.between(after, reached - 1, left));
            events.addAll(read);
            reached = read.size() < left ? after + 1 : read.getLast().position();
        }
        return new Found(events, reached);
    }
}
