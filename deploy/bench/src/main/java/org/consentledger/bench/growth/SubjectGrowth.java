package org.consentledger.bench.growth;

import java.util.List;
import org.consentledger.bench.load.Request;
import org.consentledger.bench.load.Serial;
import org.consentledger.bench.workbench.Ledgers;
import org.consentledger.bench.workbench.Workbench;
import org.consentledger.bench.workload.Bodies;
import org.consentledger.bench.workload.WorldClock;

/**
 * The same command on subjects with 1, with 100 and with very many events, in turn and on the same ledger. Before each
 * measured command comes one that is not measured, on the same subject: it makes the new subject's only event, and the
 * others are treated alike, so that none has the advantage of having been at hand.
 */
final class SubjectGrowth {

    private static final int CREATED = 201;

    /** Rounds before the measured ones, in parts of those: the code is warm, but snapshots may have to be made first. */
    private static final int WARM_UP_PART = 3;

    private final Workbench bench;
    private final Serial ledger;
    private final WorldClock clock = new WorldClock();
    private final Costs costs = new Costs();

    SubjectGrowth(Workbench bench, Serial ledger) {
        this.bench = bench;
        this.ledger = ledger;
    }

    void run() throws InterruptedException {
        var rounds = bench.scale().serialRounds();
        var warmUp = rounds / WARM_UP_PART;
        for (var round = 0; round < warmUp + rounds; round++) {
            var kinds = List.of(
                    new Kind("subject1", "one-" + round),
                    new Kind("subject100", Ledgers.HUNDRED + round % Ledgers.HUNDRED_SUBJECTS),
                    new Kind("subject10k", Ledgers.LONG + round % Ledgers.LONG_SUBJECTS));
            for (var i = 0; i < kinds.size(); i++) {
                // nobody is always the first
                var kind = kinds.get((round + i) % kinds.size());
                ledger.send(giveConsent(kind.subject()));
                var latency =
                        ledger.send(round % 2 == 0 ? giveConsent(kind.subject()) : recordTransfer(kind.subject()));
                if (round >= warmUp) {
                    costs.add(kind.name(), latency);
                }
            }
        }
        costs.tell(bench.figures(), "subject100", "subject100", "subject1");
        costs.tell(bench.figures(), "subject10k", "subject10k", "subject1");
    }

    private Request giveConsent(String subject) {
        return Request.post(
                "/v1/commands/give-consent", Bodies.giveConsent(subject, clock.next()), CREATED, false, answer -> {});
    }

    private Request recordTransfer(String subject) {
        return Request.post(
                "/v1/commands/record-transfer",
                Bodies.recordTransfer(subject, clock.next()),
                CREATED,
                false,
                answer -> {});
    }

    private record Kind(String name, String subject) {}
}
