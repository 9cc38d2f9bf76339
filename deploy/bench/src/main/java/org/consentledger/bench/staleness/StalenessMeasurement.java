package org.consentledger.bench.staleness;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.consentledger.bench.load.ClosedLoop;
import org.consentledger.bench.load.OpenLoop;
import org.consentledger.bench.server.ProjectionControl;
import org.consentledger.bench.server.Servers;
import org.consentledger.bench.server.Service;
import org.consentledger.bench.workbench.Measurement;
import org.consentledger.bench.workbench.Workbench;
import org.consentledger.bench.workload.CommandMix;

/**
 * How long after its commit an event is visible in consent-query, at a steady load.
 *
 * <p>Every command's answer names the position and the time at which the ledger took its event. Meanwhile one connection
 * asks consent-query every few milliseconds for a position that all its projections have reached. An event counts as
 * visible when the first answer at or beyond its position has arrived: later than it could be seen, by the pause between
 * two questions and the answer's way. It counts as committed when the ledger gave it its time, which is before the
 * commit. So the figure is never too good, and includes every command of the run; all clocks are this machine's own.
 */
public final class StalenessMeasurement implements Measurement {

    private static final double COMMANDS_PER_SECOND = 500;
    private static final long SEED = 500;
    private static final double P50 = 50;
    private static final double P99 = 99;
    private static final double MAX = 100;

    /** What is still on its way when the load ends has this long to become visible. */
    private static final Duration LINGER = Duration.ofSeconds(2);

    @Override
    public void run(Workbench bench) throws Exception {
        try (var command = bench.servers().command(Servers.LEDGER);
                var query = bench.servers().query(Servers.LEDGER)) {
            ProjectionControl.awaitCaughtUp(query, bench.progress()::say);
            bench.progress().say("warming up");
            ClosedLoop.warmUp(
                    bench.wire(), command.port(), 2, bench.scale().warmUp(), CommandMix.of("stale-warm-", SEED));
            load(bench, command, query, "stale-first-", bench.scale().load());
            bench.progress().say("%,.0f commands per second".formatted(COMMANDS_PER_SECOND));
            load(bench, command, query, "stale-", bench.scale().load());
        }
    }

    private static void load(Workbench bench, Service command, Service query, String prefix, Duration duration)
            throws InterruptedException {
        var recorded = new ArrayList<Recorded>();
        var mix = CommandMix.watched(
                prefix, SEED, answer -> recorded.add(Recorded.of(answer.body(), Recorded.micros(Instant.now()))));
        List<Sighting> sightings;
        try (var watcher = new Watcher(bench.wire(), query.port())) {
            OpenLoop.run(bench.wire(), command.port(), COMMANDS_PER_SECOND, duration, mix);
            Thread.sleep(LINGER);
            sightings = watcher.sightings();
        }
        var sinceRecorded = Staleness.of(sightings, recorded, Recorded::recordedAt);
        bench.figures().put("stalenessMs.p50", sinceRecorded.ms(P50));
        bench.figures().put("stalenessMs.p99", sinceRecorded.ms(P99));
        bench.figures().put("stalenessMs.max", sinceRecorded.ms(MAX));
        var sinceAnswer = Staleness.of(sightings, recorded, Recorded::answeredAt);
        bench.figures().put("stalenessMs.afterAnswer.p50", sinceAnswer.ms(P50));
        bench.figures().put("stalenessMs.afterAnswer.p99", sinceAnswer.ms(P99));
    }
}
