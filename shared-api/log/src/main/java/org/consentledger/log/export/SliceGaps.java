package org.consentledger.log.export;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.consentledger.log.entry.Entry;

/**
 * Looks for what is missing between the events of a slice. A slice of everything has every position, and one of a single stream
 * has every number of that stream: a gap there shows, whatever the ledger says. Of other selections nothing can tell. Not for
 * several threads.
 */
public final class SliceGaps {

    private static final String SUBJECT = "subjectId";
    private static final String FROM = "from";
    private static final long UNKNOWN = -1;

    private final Shown shown;
    private final boolean isStream;

    /** The position, or the number in the stream, that comes next. */
    private long next;

    /** What a slice shows by itself of being complete. */
    public enum Shown {
        /** Nothing is missing up to the position that the ledger signed. */
        ALL,
        /** Nothing is missing between its first event and its last one. */
        BETWEEN,
        /** Nothing: it is a selection. */
        NONE
    }

    private SliceGaps(Map<String, String> filter, boolean isBeginKnown, long after) {
        var isSelection = Stream.of("type", "recipient", "purpose").anyMatch(filter::containsKey);
        this.isStream = filter.containsKey(SUBJECT);
        this.shown = isSelection
                ? Shown.NONE
                : Stream.of(SUBJECT, FROM, "to").anyMatch(filter::containsKey) ? Shown.BETWEEN : Shown.ALL;
        // only at the very beginning is it known how many of a stream went before
        this.next = isBeginKnown && (!isStream || after < 0) ? after + 1 : UNKNOWN;
    }

    /**
     * Of a slice of which nothing is known but its filter.
     *
     * @param filter by the names of the export's parameters
     * @throws NumberFormatException if {@code after} is no position
     */
    public static SliceGaps of(Map<String, String> filter) {
        var after = Long.parseLong(filter.getOrDefault("after", "-1"));
        return new SliceGaps(filter, !filter.containsKey(FROM), after);
    }

    /**
     * Of a slice whose first position is known.
     *
     * @param filter by the names of the export's parameters
     * @param after the position before the first one that was looked at; -1 for all
     */
    public static SliceGaps after(Map<String, String> filter, long after) {
        return new SliceGaps(filter, true, after);
    }

    /** What can be told of such a slice, if no gap is found. */
    public Shown shown() {
        return shown;
    }

    /**
     * The next event; says, for people, what is missing before it.
     *
     * @return empty if nothing is, or nothing can tell
     */
    public Optional<String> event(Entry entry) {
        if (shown == Shown.NONE) {
            return Optional.empty();
        }
        var number = isStream ? entry.streamSequence() : entry.position();
        var expected = next;
        next = Math.max(next, number + 1);
        if (expected == UNKNOWN || number <= expected) {
            return Optional.empty();
        }
        return Optional.of(
                isStream
                        ? "before position %d, %d of the subject's events are missing"
                                .formatted(entry.position(), number - expected)
                        : missing(expected, number - 1));
    }

    /**
     * The end; says, for people, what is missing before it.
     *
     * @param position how far the ledger was read
     * @return empty if nothing is, or nothing can tell
     */
    public Optional<String> end(long position) {
        return shown == Shown.NONE || isStream || next == UNKNOWN || position < next
                ? Optional.empty()
                : Optional.of(missing(next, position));
    }

    private static String missing(long first, long last) {
        return first == last
                ? "the event at position " + first + " is missing"
                : "the events at positions " + first + " to " + last + " are missing";
    }
}
