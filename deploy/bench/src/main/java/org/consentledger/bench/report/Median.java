package org.consentledger.bench.report;

import java.util.List;

/** The middle one: one bad round of a machine that does other things too changes nothing. */
public final class Median {

    private Median() {}

    /**
     * Of two in the middle, what lies between them.
     *
     * @param values at least one
     */
    public static double of(List<? extends Number> values) {
        var sorted = values.stream().mapToDouble(Number::doubleValue).sorted().toArray();
        var middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
