package org.consentledger.bench.replay;

import java.util.ArrayList;
import java.util.List;
import org.consentledger.bench.load.ClosedLoop;
import org.consentledger.bench.report.Median;
import org.consentledger.bench.server.PeakMemory;
import org.consentledger.bench.server.ProjectionControl;
import org.consentledger.bench.server.ReplayControl;
import org.consentledger.bench.server.Service;
import org.consentledger.bench.workbench.Measurement;
import org.consentledger.bench.workbench.Workbench;
import org.consentledger.bench.workload.CommandMix;
import tools.jackson.databind.JsonNode;

/**
 * A replay of the whole large ledger: how fast it is when nothing else happens, how much memory it takes, and how many
 * commands a second go beside one that runs, in turns with as many when none does.
 */
public final class ReplayMeasurement implements Measurement {

    private static final int CONNECTIONS = 64;
    private static final long SEED = 19;
    private static final String LEDGER = "ledger_replay";

    @Override
    public void run(Workbench bench) throws Exception {
        bench.servers().copy(bench.ledgers().large(), LEDGER);
        try (var query = bench.servers().query(LEDGER)) {
            bench.progress().say("consent-query catches up with " + LEDGER);
            ProjectionControl.awaitCaughtUp(query, bench.progress()::say);
            alone(bench, query);
            try (var command = bench.servers().command(LEDGER)) {
                beside(bench, query, command);
            }
        }
    }

    private static void alone(Workbench bench, Service query) throws Exception {
        try (var memory = new PeakMemory(query)) {
            var replay = ReplayControl.start(query).awaitEnd(bench.progress()::say);
            requireClean(replay);
            var perSecond = ReplayControl.eventsPerSecond(replay);
            bench.progress()
                    .say("%,d events, %,.0f/s, %,.0f MiB"
                            .formatted(replay.path("eventsRead").asLong(), perSecond, memory.mib()));
            bench.figures().put("replay.eventsPerSecond", perSecond);
            bench.figures().put("memoryMiB.replay", memory.mib());
        }
    }

    private static void requireClean(JsonNode replay) {
        var report = replay.path("report");
        if (!report.path("verification").path("verdict").asString("").equals("VERIFIED")
                || report.path("comparison").path("differences").asLong(-1) != 0) {
            throw new IllegalStateException("a replay found something: " + replay);
        }
    }

    private static void beside(Workbench bench, Service query, Service command) throws Exception {
        var mix = CommandMix.of("replay-", SEED);
        bench.progress().say("warming up consent-command");
        ClosedLoop.warmUp(
                bench.wire(), command.port(), CONNECTIONS, bench.scale().warmUp(), mix);
        var without = new ArrayList<Double>();
        var with = new ArrayList<Double>();
        for (var round = 1; round <= bench.scale().rounds(); round++) {
            without.add(commands(bench, command, mix));
            ProjectionControl.awaitCaughtUp(query, bench.progress()::say);
            var replay = ReplayControl.start(query);
            replay.awaitReading();
            with.add(commands(bench, command, mix));
            var after = replay.now();
            if (!after.path("state").asString("").equals("RUNNING")) {
                throw new IllegalStateException("the replay ended before the round did: " + after);
            }
            replay.cancel();
            ProjectionControl.awaitCaughtUp(query, bench.progress()::say);
            bench.progress()
                    .say("round %d of %d: %,.0f commands/s alone, %,.0f beside a replay, which read %,d events"
                            .formatted(
                                    round,
                                    bench.scale().rounds(),
                                    without.getLast(),
                                    with.getLast(),
                                    after.path("eventsRead").asLong()));
        }
        put(bench, "replay.commandsAlone", without);
        put(bench, "replay.commandsBeside", with);
        bench.figures().putRatio("replay.commandsRatio", "replay.commandsBeside", "replay.commandsAlone");
    }

    private static double commands(Workbench bench, Service command, CommandMix mix) throws InterruptedException {
        return ClosedLoop.run(
                bench.wire(), command.port(), CONNECTIONS, bench.scale().round(), mix);
    }

    private static void put(Workbench bench, String figure, List<Double> rates) {
        bench.figures().put(figure, Median.of(rates));
        bench.figures().put("rounds." + figure, rates);
    }
}
