package org.consentledger.chaos.wire;

import java.util.concurrent.atomic.AtomicInteger;

/** Catches answers that callers then never get. Whoever sets it says how many, and what else happens at that moment. */
public final class AnswerTrap {

    private record Setting(AtomicInteger left, Runnable then) {}

    private volatile Setting setting = new Setting(new AtomicInteger(), () -> {});
    private final AtomicInteger caught = new AtomicInteger();

    /**
     * Catches the answers to the next requests of the kind that is watched for.
     *
     * @param then what else happens when one is there, before its connection is cut; must not throw
     */
    public void set(int answers, Runnable then) {
        setting = new Setting(new AtomicInteger(answers), then);
    }

    /** Answers that were caught since the beginning. */
    public int caught() {
        return caught.get();
    }

    /** Whether the answer to a request that goes through now is to be caught; each one is promised once. */
    boolean claims() {
        return setting.left().getAndUpdate(left -> Math.max(0, left - 1)) > 0;
    }

    /** A promise that came to nothing. */
    void giveBack() {
        setting.left().incrementAndGet();
    }

    void caughtOne() {
        caught.incrementAndGet();
        setting.then().run();
    }
}
