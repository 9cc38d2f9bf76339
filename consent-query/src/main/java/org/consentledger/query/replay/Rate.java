package org.consentledger.query.replay;

import java.util.ArrayDeque;
import java.util.Deque;

/** How many a second lately. Not for several threads. */
final class Rate {

    private static final long SPAN_NANOS = 5_000_000_000L;
    private static final double NANOS_PER_SECOND = 1e9;

    private final Deque<Sample> samples = new ArrayDeque<>();

    private record Sample(long nanos, long count) {}

    /** @param count in all so far */
    long after(long nanos, long count) {
        samples.addLast(new Sample(nanos, count));
        while (samples.size() > 2 && nanos - samples.getFirst().nanos() > SPAN_NANOS) {
            samples.removeFirst();
        }
        var oldest = samples.getFirst();
        var took = nanos - oldest.nanos();
        return took <= 0 ? 0 : Math.round((count - oldest.count()) * NANOS_PER_SECOND / took);
    }
}
