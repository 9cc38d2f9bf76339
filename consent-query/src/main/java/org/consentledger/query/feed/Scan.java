package org.consentledger.query.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.consentledger.ledger.reading.EventFilter;

/**
 * Goes through the ledger for what a filter lets through. Where no index leads to it, in steps: no statement looks at more than
 * some thousand events, and no call at more than ten times as many.
 *
 * @param reading one round trip
 * @param position of what was read
 * @param <T> what an event is read as
 */
public record Scan<T>(Function<EventFilter, Read<T>> reading, ToLongFunction<T> position) {

    static final long STEP_EVENTS = 20_000;
    static final int STEPS_MAX = 10;

    /**
     * What one round trip brought.
     *
     * @param isCut whether it is less than the filter lets through, as what follows cannot be read; then it is not empty
     */
    record Read<T>(List<T> items, boolean isCut) {}

    /**
     * What was found.
     *
     * @param items in order of position
     * @param upTo how far the ledger was read: up to here the filter lets nothing else through
     */
    public record Found<T>(List<T> items, long upTo) {

        public Found {
            items = List.copyOf(items);
        }
    }

    /** Of a reading that brings all that it is asked for. */
    public static <T> Scan<T> of(Function<EventFilter, List<T>> reading, ToLongFunction<T> position) {
        return new Scan<>(filter -> new Read<>(reading.apply(filter), false), position);
    }

    /**
     * Reads on. Finds less than the limit, or nothing, before the end if it would have to look at too much.
     *
     * @param end the last position to look at
     * @param limit of items; positive
     */
    public Found<T> next(FeedFilter filter, long after, long end, int limit) {
        var items = new ArrayList<T>();
        var reached = after;
        for (var step = 0; step < STEPS_MAX && reached < end && items.size() < limit; step++) {
            var upTo = filter.isIndexed() ? end : Math.min(end, reached + STEP_EVENTS);
            var left = limit - items.size();
            var read = reading.apply(filter.between(reached, upTo, left));
            items.addAll(read.items());
            if (read.isCut()) {
                return new Found<>(items, position.applyAsLong(items.getLast()));
            }
            reached = read.items().size() < left ? upTo : position.applyAsLong(items.getLast());
        }
        return new Found<>(items, reached);
    }
}
