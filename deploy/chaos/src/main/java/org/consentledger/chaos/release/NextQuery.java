package org.consentledger.chaos.release;

import org.consentledger.chaos.clock.ShiftedClock;
import org.consentledger.query.ConsentQuery;

/** consent-query of the next release. */
public final class NextQuery {

    private NextQuery() {}

    public static void main(String[] args) {
        ConsentQuery.application().sources(ShiftedClock.class, NextForms.class).run(args);
    }
}
