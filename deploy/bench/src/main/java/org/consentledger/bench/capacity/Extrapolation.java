package org.consentledger.bench.capacity;

import java.util.List;
import org.consentledger.bench.report.Figures;

/** From what was measured at one size to ledgers of a hundred million and of a thousand million events, in proportion. */
final class Extrapolation {

    static final String RATE = "capacity.eventsPerSecond.";
    static final String BYTES = "capacity.bytesPerEvent.";

    private static final List<String> READERS = List.of("consents", "transfers", "replay");
    private static final double GIB = 1L << 30;
    private static final double SECONDS_PER_HOUR = 3_600;
    private static final double SECONDS_PER_DAY = 86_400;
    private static final double MILLION = 1e6;

    private Extrapolation() {}

    static void tell(Figures figures) {
        to(figures, "at100m", 100 * MILLION);
        to(figures, "at1000m", 1_000 * MILLION);
        figures.number(PartitionCosts.ONE)
                .ifPresent(rate -> figures.put("capacity.commandsPerDayMillions", rate * SECONDS_PER_DAY / MILLION));
    }

    private static void to(Figures figures, String size, double events) {
        figures.number(BYTES + "all")
                .ifPresent(bytes -> figures.put("capacity." + size + ".gib", bytes * events / GIB));
        for (var reader : READERS) {
            figures.number(RATE + reader)
                    .ifPresent(rate ->
                            figures.put("capacity." + size + ".hours." + reader, events / rate / SECONDS_PER_HOUR));
        }
    }
}
