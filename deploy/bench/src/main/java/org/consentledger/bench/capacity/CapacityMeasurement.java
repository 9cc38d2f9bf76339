package org.consentledger.bench.capacity;

import org.consentledger.bench.server.ProjectionControl;
import org.consentledger.bench.server.ReplayControl;
import org.consentledger.bench.workbench.Measurement;
import org.consentledger.bench.workbench.Workbench;

/**
 * What an event costs in bytes, how fast each projection and a replay read events, and what commands cost when the ledger
 * has as many partitions as one a thousand times larger. From these follows how large a ledger one PostgreSQL bears: each
 * cost grows with the number of events and with nothing else, which growth and rebuild measure.
 */
public final class CapacityMeasurement implements Measurement {

    private static final String LEDGER = "ledger_capacity";

    @Override
    public void run(Workbench bench) throws Exception {
        new PartitionCosts(bench).run();
        bench.servers().copy(bench.ledgers().large(), LEDGER);
        try (var query = bench.servers().query(LEDGER)) {
            bench.progress().say("consent-query catches up with " + LEDGER);
            ProjectionControl.awaitCaughtUp(query, bench.progress()::say);
            var events = bench.servers().events(LEDGER);
            for (var projection : ProjectionControl.names(query)) {
                var seconds = ProjectionControl.rebuild(query, projection, bench.progress()::say);
                rate(bench, "rebuild of " + projection, projection, events / seconds);
            }
            // a replay leaves its own tables for its reader
            StoredSizes.tell(bench, LEDGER);
            var replay = ReplayControl.start(query).awaitEnd(bench.progress()::say);
            rate(bench, "replay", "replay", ReplayControl.eventsPerSecond(replay));
        }
        Extrapolation.tell(bench.figures());
    }

    private static void rate(Workbench bench, String what, String figure, double perSecond) {
        bench.progress().say("%s: %,.0f events/s".formatted(what, perSecond));
        bench.figures().put(Extrapolation.RATE + figure, perSecond);
    }
}
