package org.consentledger.bench.load;

import org.HdrHistogram.Histogram;

/** How long requests took, or whatever else lasts, to three digits. */
public final class Latencies {

    private static final long LONGEST_NS = 120_000_000_000L;
    private static final int DIGITS = 3;
    private static final double NS_PER_MS = 1e6;

    private final Histogram nanos = new Histogram(LONGEST_NS, DIGITS);

    public void add(long duration) {
        nanos.recordValue(Math.clamp(duration, 0, LONGEST_NS));
    }

    /**
     * What so many percent do not exceed, in milliseconds.
     *
     * @param percentile such as 99.9
     */
    public double ms(double percentile) {
        return nanos.getValueAtPercentile(percentile) / NS_PER_MS;
    }

    public long count() {
        return nanos.getTotalCount();
    }
}
