package org.consentledger.ledger.store;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Measures commits of appends on this node: how many share one, how long it takes, and how many events come of it. */
public final class AppendMeters {

    /** Up to the most that ever go together. */
    private static final double[] SIZES = {1, 2, 4, 8, 16, 32, 64, 128, 256};

    private static final Duration[] DURATIONS = Stream.of(
                    1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000)
            .map(Duration::ofMillis)
            .toArray(Duration[]::new);

    private final DistributionSummary batches;
    private final Timer durations;
    private final Counter events;

    public AppendMeters(MeterRegistry meters) {
        this.batches = DistributionSummary.builder("ledger.append.batch.size")
                .description("Appends that went to the database together in one commit")
                .serviceLevelObjectives(SIZES)
                .register(meters);
        this.durations = Timer.builder("ledger.append.duration")
                .description("Round trip of a commit of appends, until it is durable")
                .serviceLevelObjectives(DURATIONS)
                .register(meters);
        this.events = Counter.builder("ledger.append.events")
                .description("Events that this node appended to the ledger")
                .register(meters);
    }

    /** @param outcomes one for each append, in their order */
    void committed(List<Append> appends, List<AppendOutcome> outcomes, long nanos) {
        batches.record(appends.size());
        durations.record(nanos, TimeUnit.NANOSECONDS);
        var recorded = 0;
        for (var i = 0; i < appends.size(); i++) {
            if (outcomes.get(i) instanceof AppendOutcome.Recorded) {
                recorded += appends.get(i).events().size();
            }
        }
        events.increment(recorded);
    }
}
