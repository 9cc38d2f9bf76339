package org.consentledger.bench;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.consentledger.bench.capacity.CapacityMeasurement;
import org.consentledger.bench.commands.BulkMeasurement;
import org.consentledger.bench.commands.CommandsMeasurement;
import org.consentledger.bench.commands.LatencyMeasurement;
import org.consentledger.bench.growth.GrowthMeasurement;
import org.consentledger.bench.reads.ReadsMeasurement;
import org.consentledger.bench.rebuild.RebuildMeasurement;
import org.consentledger.bench.replay.ReplayMeasurement;
import org.consentledger.bench.staleness.StalenessMeasurement;
import org.consentledger.bench.start.StartMeasurement;
import org.consentledger.bench.workbench.Measurement;

/** What can be measured, in the order in which it is. */
enum Part {
    COMMANDS,
    BULK,
    LATENCY,
    STALENESS,
    START,
    REBUILD,
    GROWTH,
    READS,
    REPLAY,
    CAPACITY;

    Measurement measurement() {
        return switch (this) {
            case COMMANDS -> new CommandsMeasurement();
            case BULK -> new BulkMeasurement();
            case LATENCY -> new LatencyMeasurement();
            case STALENESS -> new StalenessMeasurement();
            case START -> new StartMeasurement();
            case REBUILD -> new RebuildMeasurement();
            case GROWTH -> new GrowthMeasurement();
            case READS -> new ReadsMeasurement();
            case REPLAY -> new ReplayMeasurement();
            case CAPACITY -> new CapacityMeasurement();
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The parts named in a list with commas; all of them if it is empty.
     *
     * @throws IllegalArgumentException if one of them does not exist
     */
    static Set<Part> named(String list) {
        var parts = EnumSet.noneOf(Part.class);
        for (var name : list.split(",", -1)) {
            if (!name.isBlank()) {
                parts.add(named(name.strip(), list));
            }
        }
        return parts.isEmpty() ? EnumSet.allOf(Part.class) : parts;
    }

    private static Part named(String name, String list) {
        return Arrays.stream(values())
                .filter(part -> part.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "BENCH=" + list + ": there is no part " + name + ", but " + EnumSet.allOf(Part.class)));
    }
}
