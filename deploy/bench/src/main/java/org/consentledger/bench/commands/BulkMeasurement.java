package org.consentledger.bench.commands;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.consentledger.bench.report.Median;
import org.consentledger.bench.server.PeakMemory;
import org.consentledger.bench.server.Servers;
import org.consentledger.bench.server.Service;
import org.consentledger.bench.workbench.Measurement;
import org.consentledger.bench.workbench.Workbench;
import org.consentledger.bench.workload.CommandMix;

/**
 * The same mix of commands in one stream of lines, one by one, and on 64 connections. They take turns on the same ledger, each round in all
 * three ways, because machines get slower and faster while one looks.
 *
 * <p>Where BENCH_BEFORE names the jar of another build's consent-command, that takes single commands on 64 connections in its turn.
 */
public final class BulkMeasurement implements Measurement {

    private static final long SEED = 512;

    @Override
    public void run(Workbench bench) throws Exception {
        var ledgerName = "ledger_bulk";
        bench.servers().createDatabase(ledgerName);
        try (var ledger = bench.servers().command(ledgerName)) {
            Servers.publishCatalogue(ledger);
            var contenders = new ArrayList<Contender>(List.of(
                    new BulkContender("stream", ledger.port(), CommandMix.of("bulk-stream-", SEED)),
                    new HttpContender("oneByOne", bench.wire(), ledger.port(), 1, CommandMix.of("bulk-one-", SEED)),
                    new HttpContender("connections64", bench.wire(), ledger.port(), CommandMix.of("bulk-64-", SEED))));
            var before = System.getenv("BENCH_BEFORE");
            if (before == null || before.isEmpty()) {
                rounds(bench, contenders, ledger);
            } else {
                bench.servers().createDatabase("bulk_before");
                try (var other = bench.servers().command("bulk_before", Path.of(before))) {
                    Servers.publishCatalogue(other);
                    contenders.add(new HttpContender(
                            "before64", bench.wire(), other.port(), CommandMix.of("bulk-before-", SEED)));
                    rounds(bench, contenders, ledger);
                }
            }
        }
        bench.figures().putRatio("bulk.ratioToOneByOne", "bulk.stream", "bulk.oneByOne");
        bench.figures().putRatio("bulk.ratioTo64", "bulk.stream", "bulk.connections64");
    }

    private static void rounds(Workbench bench, List<Contender> contenders, Service ledger) throws Exception {
        for (var contender : contenders) {
            bench.progress().say("warming up " + contender.name());
            contender.warmUp(bench.scale().warmUp());
        }
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
                    bench.figures().put("bulk.memoryMiB." + contender.name(), memory.mib());
                }
            }
        }
        measured.forEach((name, rates) -> {
            bench.figures().put("bulk." + name, Median.of(rates));
            bench.figures().put("rounds.bulk." + name, rates);
        });
    }
}
