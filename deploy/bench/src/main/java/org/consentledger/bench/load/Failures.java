package org.consentledger.bench.load;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Requests under measured load that were not answered as expected. A few let a part of the bench go on, so that one
 * learns the rest, but the bench has failed then; many end the part.
 */
public final class Failures {

    private static final int MAX = 100;

    private final List<String> reasons = new CopyOnWriteArrayList<>();
    private final AtomicInteger count = new AtomicInteger();
    private volatile String part = "";

    /** From here on they are another part's. */
    public void beginPart(String name) {
        part = name;
        count.set(0);
    }

    void add(String reason) {
        if (count.incrementAndGet() == 1) {
            reasons.add(part + ": " + reason);
        }
    }

    boolean tooMany() {
        return count.get() > MAX;
    }

    /** @throws LoadFailedException if there are too many for the part to go on */
    void requireFew() {
        if (tooMany()) {
            throw new LoadFailedException("more than " + MAX + " requests failed, the first in " + reasons.getLast());
        }
    }

    /** That a part was given up counts, whatever else failed in it. */
    public void note(String reason) {
        if (count.get() == 0) {
            add(reason);
        }
    }

    /** The first one of each part that had any, after the part's name. */
    public List<String> firstOfEachPart() {
        return List.copyOf(reasons);
    }
}
