package org.consentledger.bench.report;

import java.util.List;
import java.util.Locale;

/**
 * What a figure should come to. Missing one is told and fails nothing: machines differ.
 *
 * @param figure its name
 * @param atLeast whether more is better
 */
public record Target(String figure, boolean atLeast, double limit) {

    /** Every target there is. */
    static final List<Target> ALL = List.of(
            new Target("commands.ratioToBefore", true, 0.8),
            new Target("commands.ratioToBaseline", true, 4),
            new Target("commands.ratioToNoop", true, 0.25),
            new Target("bulk.ratioToOneByOne", true, 5),
            new Target("bulk.ratioTo64", true, 5),
            new Target("stalenessMs.p99", false, 50),
            new Target("rebuild.ratioToBaseline", true, 10),
            new Target("rebuild.perEventGrowth", false, 1.1),
            new Target("growth.subject10k", false, 1.3),
            new Target("growth.ledger1m", false, 1.3),
            new Target("growth.query1m", false, 1.3),
            new Target("growth.medianMs.proofLarge", false, 5),
            new Target("reads.consentRatioToNoop", true, 0.4),
            new Target("reads.decisionRatioToNoop", true, 0.4),
            new Target("replay.commandsRatio", true, 0.9),
            new Target("capacity.partitionsRatio", true, 0.9),
            new Target("memoryMiB.replay", false, 512),
            new Target("memoryMiB.command", false, 512),
            new Target("memoryMiB.query", false, 512),
            new Target("startSeconds.command", false, 5),
            new Target("startSeconds.query", false, 5));

    boolean isMet(double value) {
        return atLeast ? value >= limit : value <= limit;
    }

    /** Such as {@code ≥ 4 met}. */
    String judge(double value) {
        var bound = limit == Math.rint(limit) ? Long.toString((long) limit) : Double.toString(limit);
        return String.format(Locale.ROOT, "%s %s %s", atLeast ? "≥" : "≤", bound, isMet(value) ? "met" : "missed");
    }
}
