package org.consentledger.bench.rebuild;

import java.io.IOException;
import java.time.Duration;
import org.consentledger.bench.load.ClosedLoop;
import org.consentledger.bench.server.Control;
import org.consentledger.bench.server.Servers;
import org.consentledger.bench.server.Service;
import org.consentledger.bench.workbench.Workbench;
import org.consentledger.bench.workload.CommandMix;

/**
 * The same of the plain application: its tracking processors are reset and make the same kind of rows. They take so long
 * that they are watched for a while only; events per second is what they do in that time.
 */
final class BaselineRebuild {

    private static final String PROJECTIONS = "/projections";
    private static final long SEED = 7;
    private static final int CONNECTIONS = 64;
    private static final long LOOK_EVERY_MS = 100;
    private static final Duration BEGINS_WITHIN = Duration.ofMinutes(2);

    private final Workbench bench;

    BaselineRebuild(Workbench bench) {
        this.bench = bench;
    }

    void run() throws Exception {
        var watched = bench.scale().baselineRebuild();
        bench.servers().createDatabase("baseline");
        try (var commands = bench.servers().baseline(false)) {
            bench.progress().say("giving the baseline commands to replay");
            Servers.publishCatalogue(commands);
            ClosedLoop.warmUp(bench.wire(), commands.port(), CONNECTIONS, watched, CommandMix.of("replayed-", SEED));
        }
        try (var baseline = bench.servers().baseline(true)) {
            bench.progress().say("the baseline's processors warm up");
            watch(baseline, bench.scale().warmUp());
            Control.post(baseline.url(PROJECTIONS), "");
            // from the first event on: what a processor needs to get going is not counted against it
            var patience = System.nanoTime() + BEGINS_WITHIN.toNanos();
            while (slowest(baseline) <= 0) {
                if (System.nanoTime() > patience) {
                    throw new IllegalStateException("the baseline's processors did not begin within " + BEGINS_WITHIN);
                }
                Thread.sleep(LOOK_EVERY_MS);
            }
            var first = slowest(baseline);
            var begin = System.nanoTime();
            var handled = watch(baseline, watched) - first;
            var perSecond = handled / ((System.nanoTime() - begin) / 1e9);
            bench.progress().say("baseline: %,d events, %,.0f/s".formatted(handled, perSecond));
            bench.figures().put("rebuild.baseline", perSecond);
            bench.figures().put("rebuild.baselineEvents", (double) handled);
        }
    }

    /** @return where the slower processor was when both were through or the time was over */
    private static long watch(Service baseline, Duration atMost) throws IOException, InterruptedException {
        var end = System.nanoTime() + atMost.toNanos();
        while (!isThrough(baseline) && System.nanoTime() < end) {
            Thread.sleep(LOOK_EVERY_MS);
        }
        return slowest(baseline);
    }

    private static long slowest(Service baseline) throws IOException, InterruptedException {
        var slowest = Long.MAX_VALUE;
        for (var state : Control.get(baseline.url(PROJECTIONS))) {
            slowest = Math.min(slowest, state.path("position").asLong());
        }
        return slowest;
    }

    private static boolean isThrough(Service baseline) throws IOException, InterruptedException {
        var isThrough = true;
        for (var state : Control.get(baseline.url(PROJECTIONS))) {
            isThrough &= state.path("caughtUp").asBoolean();
        }
        return isThrough;
    }
}
