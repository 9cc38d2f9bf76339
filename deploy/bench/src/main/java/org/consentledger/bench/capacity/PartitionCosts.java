package org.consentledger.bench.capacity;

import java.sql.SQLException;
import java.util.ArrayList;
import org.consentledger.bench.load.ClosedLoop;
import org.consentledger.bench.report.Median;
import org.consentledger.bench.server.Databases;
import org.consentledger.bench.server.Service;
import org.consentledger.bench.workbench.Workbench;
import org.consentledger.bench.workload.CommandMix;

/** Durable commands on a large ledger in one partition and on one in ten, in turns; and the WAL that each command makes. */
final class PartitionCosts {

    static final String ONE = "capacity.commandsPerSecond.onePartition";

    private static final String TEN = "capacity.commandsPerSecond.tenPartitions";
    private static final int CONNECTIONS = 64;
    private static final long SEED = 8;
    private static final String LEDGER = "ledger_one_partition";

    private final Workbench bench;
    private final ArrayList<Double> walBytes = new ArrayList<>();

    PartitionCosts(Workbench bench) {
        this.bench = bench;
    }

    void run() throws Exception {
        var parted = bench.ledgers().largeInPartitions();
        bench.servers().copy(bench.ledgers().large(), LEDGER);
        var one = new ArrayList<Double>();
        var ten = new ArrayList<Double>();
        try (var toOne = bench.servers().command(LEDGER);
                var toTen = bench.servers().command(parted)) {
            var ofOne = CommandMix.of("one-", SEED);
            var ofTen = CommandMix.of("ten-", SEED);
            bench.progress().say("warming up on one partition and on ten");
            ClosedLoop.warmUp(
                    bench.wire(), toOne.port(), CONNECTIONS, bench.scale().warmUp(), ofOne);
            ClosedLoop.warmUp(
                    bench.wire(), toTen.port(), CONNECTIONS, bench.scale().warmUp(), ofTen);
            for (var round = 1; round <= bench.scale().rounds(); round++) {
                one.add(commands(toOne, ofOne));
                ten.add(commands(toTen, ofTen));
                bench.progress()
                        .say("round %d of %d: %,.0f commands/s on one partition, %,.0f on ten"
                                .formatted(round, bench.scale().rounds(), one.getLast(), ten.getLast()));
            }
        }
        bench.figures().put(ONE, Median.of(one));
        bench.figures().put("rounds." + ONE, one);
        bench.figures().put(TEN, Median.of(ten));
        bench.figures().put("rounds." + TEN, ten);
        bench.figures().putRatio("capacity.partitionsRatio", TEN, ONE);
        bench.figures().put("capacity.walBytesPerCommand", Median.of(walBytes));
    }

    private double commands(Service service, CommandMix mix) throws InterruptedException, SQLException {
        var duration = bench.scale().round();
        var before = wal();
        var perSecond = ClosedLoop.run(bench.wire(), service.port(), CONNECTIONS, duration, mix);
        walBytes.add((wal() - before) / (perSecond * duration.toSeconds()));
        return perSecond;
    }

    /** Of the whole server, which does nothing else. */
    private double wal() throws SQLException {
        return Databases.number(
                bench.servers().database(LEDGER), "SELECT pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')");
    }
}
