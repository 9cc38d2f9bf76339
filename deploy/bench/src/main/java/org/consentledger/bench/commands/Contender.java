package org.consentledger.bench.commands;

import java.time.Duration;

/** Something that takes load. */
interface Contender {

    /** Such as {@code ledger}; the figures are named after it. */
    String name();

    /** Gets it going. */
    void warmUp(Duration duration) throws Exception;

    /** Works for that long, and answers how much was done per second. */
    double perSecond(Duration duration) throws Exception;
}
