package org.consentledger.chaos.load;

import java.util.concurrent.atomic.AtomicLong;

/** What callers met at one node. */
public final class Tally {

    private final AtomicLong acknowledged = new AtomicLong();
    private final AtomicLong unavailable = new AtomicLong();
    private final AtomicLong unanswered = new AtomicLong();

    void acknowledgedOne() {
        acknowledged.incrementAndGet();
    }

    void unavailableOne() {
        unavailable.incrementAndGet();
    }

    void unansweredOne() {
        unanswered.incrementAndGet();
    }

    public long acknowledged() {
        return acknowledged.get();
    }

    /** Answers of 503. */
    public long unavailable() {
        return unavailable.get();
    }

    /** Attempts without an answer. */
    public long unanswered() {
        return unanswered.get();
    }
}
