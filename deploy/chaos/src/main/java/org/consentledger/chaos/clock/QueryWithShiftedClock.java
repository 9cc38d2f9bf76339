package org.consentledger.chaos.clock;

import org.consentledger.query.ConsentQuery;

/** consent-query itself, with a clock that is wrong. */
public final class QueryWithShiftedClock {

    private QueryWithShiftedClock() {}

    public static void main(String[] args) {
        ConsentQuery.application().sources(ShiftedClock.class).run(args);
    }
}
