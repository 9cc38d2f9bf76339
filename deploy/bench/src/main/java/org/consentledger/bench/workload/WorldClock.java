package org.consentledger.bench.workload;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The current time to the microsecond, and never the same twice: equal world times would make commands repeat facts. */
public final class WorldClock {

    private Instant last = Instant.EPOCH;

    public Instant next() {
        var now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        last = now.isAfter(last) ? now : last.plus(1, ChronoUnit.MICROS);
        return last;
    }
}
