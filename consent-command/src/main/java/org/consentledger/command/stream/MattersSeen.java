package org.consentledger.command.stream;

import java.util.Arrays;
import org.consentledger.LedgerEvent;
import org.jspecify.annotations.Nullable;

/**
 * What a stream's events were about, as far as its state was told event by event. Tells that something is news without a
 * look into the ledger; never that it is not. Bounded: of a long stream, or one whose state begins with a snapshot, it
 * knows too little to tell anything.
 */
public final class MattersSeen {

    /** The history of most people. */
    static final int EVENTS_MAX = 64;

    private static final int EVENTS_FIRST = 4;

    /** Equal things have equal hash codes; two that share one by chance cost a look. */
    private int[] hashes = new int[EVENTS_FIRST];

    private long events;

    /** To be told of each event that makes up the state, in order. */
    public void add(LedgerEvent event) {
        if (events < EVENTS_MAX) {
            var next = Math.toIntExact(events);
            if (next == hashes.length) {
                hashes = Arrays.copyOf(hashes, 2 * next);
            }
            hashes[next] = hash(event);
        }
        events++;
    }

    /**
     * Whether no event of the stream is about the same thing.
     *
     * @param lastSequence of the stream as far as its state goes; null if it begins
     * @return false if there is one, or if that is not known
     */
    boolean isNews(LedgerEvent event, @Nullable Long lastSequence) {
        var all = lastSequence == null ? 0 : lastSequence + 1;
        if (events != all || all > EVENTS_MAX) {
            return false;
        }
        var hash = hash(event);
        return Arrays.stream(hashes, 0, Math.toIntExact(all)).noneMatch(seen -> seen == hash);
    }

    /** Without what is personal: a stream that was read lacks it. */
    private static int hash(LedgerEvent event) {
        return event.withoutPersonalData().about().hashCode();
    }
}
