package org.consentledger.verifier;

import java.util.TreeMap;
import java.util.function.Consumer;

/** Watches that positions are 0, 1, 2 … Remembers a bounded number of gaps, in case what is missing still comes. */
final class Sequence {

    private static final int GAPS_MAX = 10_000;

    private final Consumer<Finding> findings;
    private final TreeMap<Long, Long> gaps = new TreeMap<>();
    private long held;
    private long forgotten;

    Sequence(Consumer<Finding> findings) {
        this.findings = findings;
    }

    void add(long position) {
        if (position < held) {
            misplaced(position);
            return;
        }
        if (position > held) {
            gap(held, position - 1);
        }
        held = position + 1;
    }

    private void misplaced(long position) {
        var gap = gaps.floorEntry(position);
        if (gap != null && gap.getValue() >= position) {
            gaps.remove(gap.getKey());
            gap(gap.getKey(), position - 1);
            gap(position + 1, gap.getValue());
            findings.accept(new Finding.OutOfOrder(position, held - 1));
        } else if (position < forgotten) {
            // it may be there a second time, or have been reported as missing; this is true of both
            findings.accept(new Finding.OutOfOrder(position, held - 1));
        } else {
            findings.accept(new Finding.Repeated(position));
        }
    }

    private void gap(long first, long last) {
        if (first > last) {
            return;
        }
        gaps.put(first, last);
        if (gaps.size() > GAPS_MAX) {
            var oldest = gaps.pollFirstEntry();
            forgotten = oldest.getValue() + 1;
            findings.accept(new Finding.Missing(new Positions(oldest.getKey(), oldest.getValue())));
        }
    }

    /** One more than the highest position. */
    long held() {
        return held;
    }

    /** Nothing follows. */
    void end() {
        gaps.forEach((first, last) -> findings.accept(new Finding.Missing(new Positions(first, last))));
    }
}
