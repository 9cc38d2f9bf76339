package org.consentledger.bench.growth;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.consentledger.bench.report.Figures;
import org.consentledger.bench.report.Median;

/** Latencies of single requests, by kind; compared by their medians. */
final class Costs {

    private static final double NS_PER_MS = 1e6;

    private final Map<String, List<Long>> nanos = new LinkedHashMap<>();

    void add(String kind, long latency) {
        nanos.computeIfAbsent(kind, k -> new ArrayList<>()).add(latency);
    }

    double medianMs(String kind) {
        return Median.of(Objects.requireNonNull(nanos.get(kind), kind)) / NS_PER_MS;
    }

    /** The medians, and a ratio of two of them. */
    void tell(Figures figures, String ratio, String dividend, String divisor) {
        figures.put("growth.medianMs." + dividend, medianMs(dividend));
        figures.put("growth.medianMs." + divisor, medianMs(divisor));
        figures.put("growth." + ratio, medianMs(dividend) / medianMs(divisor));
    }
}
