package org.consentledger.bench.load;

import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Requests under measured load that were not answered as expected. A few let the bench go on, so that one learns the
 * rest, but it has failed then; many end it.
 */
public final class Failures {

    private static final int MAX = 100;

    private final ConcurrentLinkedQueue<String> reasons = new ConcurrentLinkedQueue<>();

    void add(String reason) {
        reasons.add(reason);
    }

    boolean tooMany() {
        return reasons.size() > MAX;
    }

    /** @throws LoadFailedException if there are too many to go on */
    void requireFew() {
        if (tooMany()) {
            throw new LoadFailedException("more than " + MAX + " requests failed, the first with " + reasons.peek());
        }
    }

    /** How many there were and what the first one was; nothing if there were none. */
    public Optional<String> summary() {
        return Optional.ofNullable(reasons.peek())
                .map(first -> reasons.size() + " requests failed, the first with " + first);
    }
}
