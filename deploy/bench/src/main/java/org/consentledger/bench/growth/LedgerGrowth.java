package org.consentledger.bench.growth;

import java.util.SplittableRandom;
import org.consentledger.bench.load.Request;
import org.consentledger.bench.load.Serial;
import org.consentledger.bench.workbench.Ledgers;
import org.consentledger.bench.workbench.Workbench;
import org.consentledger.bench.workload.Bodies;
import org.consentledger.bench.workload.WorldClock;

/**
 * The same request to a small and to a large ledger in turn, each time about another subject of ten events, drawn from
 * all that the ledger has: what is not in memory on the large one has to be fetched.
 */
final class LedgerGrowth {

    private static final String SMALL = "Small";
    private static final String LARGE = "Large";
    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final long SEED = 10;

    /** Rounds before the measured ones, in multiples of those: code has to be compiled first. */
    private static final int WARM_UP = 3;

    private final Workbench bench;
    private final Serial small;
    private final Serial large;
    private final SplittableRandom random = new SplittableRandom(SEED);
    private final WorldClock clock = new WorldClock();

    LedgerGrowth(Workbench bench, Serial small, Serial large) {
        this.bench = bench;
        this.small = small;
        this.large = large;
    }

    void commands() throws InterruptedException {
        compare(
                "command",
                "ledger1m",
                subject -> Request.post(
                        "/v1/commands/give-consent",
                        Bodies.giveConsent(subject, clock.next()),
                        CREATED,
                        false,
                        answer -> {}));
    }

    void queries() throws InterruptedException {
        compare(
                "query",
                "query1m",
                subject -> Request.get("/v1/subjects/" + subject + "/consents", OK, false, answer -> {}));
    }

    /** Of events anywhere in the log. */
    void proofs() throws InterruptedException {
        compare(
                "proof",
                "proof1m",
                subject ->
                        Request.get("/v1/log/proof/inclusion?position=" + position(subject), OK, false, answer -> {}));
    }

    /** Ordinary subjects have ten events each, one after the other. */
    private static long position(String subject) {
        return Long.parseLong(subject.substring(Ledgers.SUBJECT.length())) * Ledgers.EVENTS_EACH;
    }

    private void compare(String what, String figure, Question question) throws InterruptedException {
        var costs = new Costs();
        var rounds = bench.scale().serialRounds();
        for (var round = -WARM_UP * rounds; round < rounds; round++) {
            var atSmall = small.send(question.about(subject(bench.ledgers().subjectsEverywhere())));
            var atLarge = large.send(question.about(subject(bench.ledgers().subjectsInLarge())));
            if (round >= 0) {
                costs.add(what + SMALL, atSmall);
                costs.add(what + LARGE, atLarge);
            }
        }
        costs.tell(bench.figures(), figure, what + LARGE, what + SMALL);
    }

    private String subject(int subjects) {
        return Ledgers.SUBJECT + random.nextInt(subjects);
    }

    @FunctionalInterface
    private interface Question {
        Request about(String subject);
    }
}
