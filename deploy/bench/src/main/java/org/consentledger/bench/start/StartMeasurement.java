package org.consentledger.bench.start;

import java.util.ArrayList;
import org.consentledger.bench.report.Median;
import org.consentledger.bench.server.Servers;
import org.consentledger.bench.workbench.Measurement;
import org.consentledger.bench.workbench.Workbench;

/** From the start of a service's process, deployed as deploy/docs/deployment.md advises for a jar, to the first 200 of its readiness probe. */
public final class StartMeasurement implements Measurement {

    @Override
    public void run(Workbench bench) throws Exception {
        var command = new ArrayList<Double>();
        var query = new ArrayList<Double>();
        // the first one is not counted: it finds neither tables, nor anything in the machine's caches, nor an archive
        // of classes
        for (var start = 0; start <= bench.scale().starts(); start++) {
            try (var one = bench.servers().command(Servers.LEDGER)) {
                command.add(one.startSeconds());
            }
            try (var other = bench.servers().query(Servers.LEDGER)) {
                query.add(other.startSeconds());
            }
            bench.progress()
                    .say("consent-command ready in %.1f s, consent-query in %.1f s"
                            .formatted(command.getLast(), query.getLast()));
        }
        bench.figures().put("startSeconds.command", Median.of(command.subList(1, command.size())));
        bench.figures().put("startSeconds.query", Median.of(query.subList(1, query.size())));
    }
}
