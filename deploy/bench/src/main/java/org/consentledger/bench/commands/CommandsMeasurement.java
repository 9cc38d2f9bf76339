package org.consentledger.bench.commands;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.consentledger.bench.report.Median;
import org.consentledger.bench.server.Databases;
import org.consentledger.bench.server.PeakMemory;
import org.consentledger.bench.server.Servers;
import org.consentledger.bench.server.Service;
import org.consentledger.bench.workbench.Measurement;
import org.consentledger.bench.workbench.Workbench;
import org.consentledger.bench.workload.CommandMix;
import org.jspecify.annotations.Nullable;

/**
 * Durable commands per second, of the ledger, a plain Axon application, the ledger's server doing nothing, and rows into
 * the bare database. They take turns, because machines get slower and faster while one looks. What is not under load has
 * nothing to do: consent-query is not there, and the baseline's processors are off.
 *
 * <p>Where BENCH_BEFORE names the jar of another build's consent-command, that takes its turn too.
 */
public final class CommandsMeasurement implements Measurement {

    private static final long SEED = 64;
    private static final String OF_AVERAGE_EVENT = "SELECT round(avg(pg_column_size(event.*))) FROM ledger.event event";

    @Override
    public void run(Workbench bench) throws Exception {
        var servers = bench.servers();
        servers.createDatabase("baseline");
        servers.createDatabase("rows");
        try (var ledger = servers.commandAndNothing(Servers.LEDGER);
                var baseline = servers.baseline(false);
                var before = before(servers)) {
            Servers.publishCatalogue(baseline);
            var contenders = new ArrayList<Contender>(List.of(
                    new HttpContender("ledger", bench.wire(), ledger.port(), CommandMix.of("ledger-", SEED)),
                    new HttpContender("noop", bench.wire(), ledger.port(), CommandMix.toNothing("noop-", SEED)),
                    new HttpContender("baseline", bench.wire(), baseline.port(), CommandMix.of("baseline-", SEED))));
            if (before != null) {
                Servers.publishCatalogue(before);
                contenders.add(
                        1, new HttpContender("before", bench.wire(), before.port(), CommandMix.of("before-", SEED)));
            }
            for (var contender : contenders) {
                bench.progress().say("warming up " + contender.name());
                contender.warmUp(bench.scale().warmUp());
            }
            var rowBytes = Math.toIntExact(Databases.number(servers.database(Servers.LEDGER), OF_AVERAGE_EVENT));
            bench.figures().put("commands.rowBytes", rowBytes);
            contenders.add(RowContender.prepare(servers.database("rows"), rowBytes));
            rounds(bench, contenders, ledger);
        }
        bench.figures().putRatio("commands.ratioToBefore", "commands.ledger", "commands.before");
        bench.figures().putRatio("commands.ratioToBaseline", "commands.ledger", "commands.baseline");
        bench.figures().putRatio("commands.ratioToNoop", "commands.ledger", "commands.noop");
        bench.figures().putRatio("commands.ratioToPgbench", "commands.ledger", "commands.pgbench");
    }

    private static @Nullable Service before(Servers servers) throws Exception {
        var jar = System.getenv("BENCH_BEFORE");
        if (jar == null || jar.isEmpty()) {
            return null;
        }
        servers.createDatabase("before");
        return servers.command("before", Path.of(jar));
    }

    private static void rounds(Workbench bench, List<Contender> contenders, Service ledger) throws Exception {
        var measured = new LinkedHashMap<String, List<Double>>();
        for (var round = 1; round <= bench.scale().rounds(); round++) {
            for (var contender : contenders) {
                try (var memory = new PeakMemory(ledger)) {
                    var perSecond = contender.perSecond(bench.scale().round());
                    bench.progress()
                            .say("round %d of %d: %s %,.0f/s"
                                    .formatted(round, bench.scale().rounds(), contender.name(), perSecond));
                    measured.computeIfAbsent(contender.name(), name -> new ArrayList<>())
                            .add(perSecond);
                    if (contender.name().equals("ledger")) {
                        bench.figures().put("memoryMiB.command", memory.mib());
                    }
                }
            }
        }
        measured.forEach((name, rates) -> {
            bench.figures().put("commands." + name, Median.of(rates));
            bench.figures().put("rounds.commands." + name, rates);
        });
    }
}
