package org.consentledger.bench.rebuild;

import java.util.ArrayList;
import org.consentledger.bench.report.Median;
import org.consentledger.bench.server.ProjectionControl;
import org.consentledger.bench.workbench.Measurement;
import org.consentledger.bench.workbench.Workbench;

/** Events per second when all projections are built anew from position 0, on two sizes of ledger. */
public final class RebuildMeasurement implements Measurement {

    @Override
    public void run(Workbench bench) throws Exception {
        var medium = bench.ledgers().medium();
        rebuild(bench, medium, "rebuild.eventsPerSecond100k", 1, bench.scale().rounds());
        var large = bench.ledgers().large();
        // catching up with nine tenths of it has warmed the service up
        rebuild(bench, large, "rebuild.eventsPerSecond1m", 0, 1);
        new BaselineRebuild(bench).run();
        bench.figures().putRatio("rebuild.ratioToBaseline", "rebuild.eventsPerSecond100k", "rebuild.baseline");
        // time per event is the inverse of events per second
        bench.figures().putRatio("rebuild.perEventGrowth", "rebuild.eventsPerSecond100k", "rebuild.eventsPerSecond1m");
    }

    private static void rebuild(Workbench bench, String ledger, String figure, int warmUps, int rounds)
            throws Exception {
        var events = bench.servers().events(ledger);
        try (var query = bench.servers().query(ledger)) {
            bench.progress().say("consent-query catches up with " + ledger);
            var begin = System.nanoTime();
            ProjectionControl.awaitCaughtUp(query, bench.progress()::say);
            bench.progress().say("  after %.0f s".formatted((System.nanoTime() - begin) / 1e9));
            bench.servers().settle(ledger);
            var rates = new ArrayList<Double>();
            for (var round = 1 - warmUps; round <= rounds; round++) {
                var seconds = ProjectionControl.rebuild(query, bench.progress()::say);
                bench.progress()
                        .say("%s of %d: %,d events in %.1f s, %,.0f/s"
                                .formatted(
                                        round < 1 ? "warm-up" : "round " + round,
                                        rounds,
                                        events,
                                        seconds,
                                        events / seconds));
                if (round > 0) {
                    rates.add(events / seconds);
                }
            }
            bench.figures().put(figure, Median.of(rates));
            bench.figures().put("rounds." + figure, rates);
        }
    }
}
