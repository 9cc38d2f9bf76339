package org.consentledger.bench.commands;

import org.consentledger.bench.load.ClosedLoop;
import org.consentledger.bench.load.OpenLoop;
import org.consentledger.bench.server.Servers;
import org.consentledger.bench.workbench.Measurement;
import org.consentledger.bench.workbench.Workbench;
import org.consentledger.bench.workload.CommandMix;

/** How long a command takes at half the load that the service can bear. */
public final class LatencyMeasurement implements Measurement {

    private static final long SEED = 2;
    private static final double P50 = 50;
    private static final double P99 = 99;
    private static final double P999 = 99.9;

    @Override
    public void run(Workbench bench) throws Exception {
        try (var ledger = bench.servers().command(Servers.LEDGER)) {
            var mix = CommandMix.of("latency-", SEED);
            bench.progress().say("warming up");
            var warm = ClosedLoop.warmUp(
                    bench.wire(),
                    ledger.port(),
                    HttpContender.CONNECTIONS,
                    bench.scale().warmUp(),
                    mix);
            // without a measured capacity, that of the warm-up is the best guess
            var capacity = bench.figures().number("commands.ledger").orElse(warm);
            var perSecond = capacity / 2;
            bench.progress().say("%,.0f commands per second, open model".formatted(perSecond));
            OpenLoop.run(bench.wire(), ledger.port(), perSecond, bench.scale().round(), mix);
            var measured = OpenLoop.run(
                    bench.wire(), ledger.port(), perSecond, bench.scale().load(), mix);
            bench.figures().put("latencyMs.atPerSecond", perSecond);
            bench.figures().put("latencyMs.p50", measured.ms(P50));
            bench.figures().put("latencyMs.p99", measured.ms(P99));
            bench.figures().put("latencyMs.p999", measured.ms(P999));
        }
    }
}
