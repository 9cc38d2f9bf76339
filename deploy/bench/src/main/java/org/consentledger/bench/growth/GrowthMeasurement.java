package org.consentledger.bench.growth;

import org.consentledger.bench.load.Serial;
import org.consentledger.bench.server.LogControl;
import org.consentledger.bench.server.ProjectionControl;
import org.consentledger.bench.workbench.Measurement;
import org.consentledger.bench.workbench.Workbench;

/** Whether a command or a query costs more when the subject's history is long, or the ledger large. */
public final class GrowthMeasurement implements Measurement {

    @Override
    public void run(Workbench bench) throws Exception {
        var small = bench.ledgers().small();
        var large = bench.ledgers().large();
        commands(bench, small, large);
        queries(bench, small, large);
    }

    private static void commands(Workbench bench, String small, String large) throws Exception {
        try (var atSmall = bench.servers().command(small);
                var atLarge = bench.servers().command(large);
                var toSmall = new Serial(bench.wire(), atSmall.port());
                var toLarge = new Serial(bench.wire(), atLarge.port())) {
            var ledgers = new LedgerGrowth(bench, toSmall, toLarge);
            bench.progress().say("commands on a small and a large ledger");
            ledgers.commands();
            bench.progress().say("commands on subjects with short and long histories");
            new SubjectGrowth(bench, toLarge).run();
        }
    }

    private static void queries(Workbench bench, String small, String large) throws Exception {
        try (var atSmall = bench.servers().query(small);
                var atLarge = bench.servers().query(large)) {
            bench.progress().say("consent-query catches up with both ledgers");
            ProjectionControl.awaitCaughtUp(atSmall, bench.progress()::say);
            ProjectionControl.awaitCaughtUp(atLarge, bench.progress()::say);
            try (var toSmall = new Serial(bench.wire(), atSmall.port());
                    var toLarge = new Serial(bench.wire(), atLarge.port())) {
                bench.progress().say("queries on a small and a large ledger");
                var ledgers = new LedgerGrowth(bench, toSmall, toLarge);
                ledgers.queries();
                bench.progress().say("inclusion proofs in a small and a large ledger");
                LogControl.awaitCheckpoint(atSmall);
                LogControl.awaitCheckpoint(atLarge);
                ledgers.proofs();
            }
        }
    }
}
