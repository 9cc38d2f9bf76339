package org.consentledger.bench.workbench;

import java.time.Duration;

/**
 * How long and how much is measured.
 *
 * @param warmUp load before a contender is measured, long enough for its code to be compiled
 * @param round load of one contender before it is the next one's turn
 * @param rounds of each contender; the median is quoted
 * @param load how long latency and staleness are watched
 * @param small events in the small ledger; medium and large are those of the rebuilds
 * @param longHistory events of a subject with a long history
 * @param serialRounds requests of each kind when costs are compared one request at a time
 * @param baselineRebuild how long the baseline's processors are watched at most
 * @param starts of each service
 */
public record Scale(
        String name,
        Duration warmUp,
        Duration round,
        int rounds,
        Duration load,
        int small,
        int medium,
        int large,
        int longHistory,
        int serialRounds,
        Duration baselineRebuild,
        int starts) {

    /** What the figures in the README come from. */
    static final Scale FULL = new Scale(
            "full",
            Duration.ofSeconds(30),
            Duration.ofSeconds(10),
            3,
            Duration.ofSeconds(30),
            10_000,
            100_000,
            1_000_000,
            10_000,
            300,
            Duration.ofSeconds(30),
            3);

    /** Shows within minutes whether everything works; its figures mean little. */
    static final Scale QUICK = new Scale(
            "quick",
            Duration.ofSeconds(4),
            Duration.ofSeconds(3),
            1,
            Duration.ofSeconds(5),
            2_000,
            10_000,
            50_000,
            2_000,
            40,
            Duration.ofSeconds(5),
            1);

    /**
     * The scale of that name.
     *
     * @param name empty for the full scale
     * @throws IllegalArgumentException if there is none
     */
    public static Scale named(String name) {
        return switch (name) {
            case "", "full" -> FULL;
            case "quick" -> QUICK;
            default -> throw new IllegalArgumentException("BENCH_SCALE=" + name + ": it is full or quick");
        };
    }
}
