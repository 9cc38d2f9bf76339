package org.consentledger.chaos;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.consentledger.chaos.call.Calls;
import org.consentledger.chaos.disturbance.NotRecoveredException;
import org.consentledger.chaos.disturbance.Recovery;
import org.consentledger.chaos.disturbance.RollingUpgrade;
import org.consentledger.chaos.disturbance.Storm;
import org.consentledger.chaos.ground.Ground;
import org.consentledger.chaos.load.Book;
import org.consentledger.chaos.load.Load;
import org.consentledger.chaos.load.ReferenceCatalogue;
import org.consentledger.chaos.proof.Count;
import org.consentledger.chaos.proof.Findings;
import org.consentledger.chaos.proof.Proof;
import org.consentledger.chaos.proof.Witness;
import org.consentledger.chaos.release.NextRelease;

/** One run: load, disturbances, an upgrade, quiet, and the proof that nothing is lost or doubled. */
final class ChaosRun {

    private static final int QUERY_NODES = 3;

    private static final Duration SETTLED_WITHIN = Duration.ofMinutes(5);

    private final Ground ground;
    private final long seed;
    private final Instant begin;
    private final Progress progress;
    private final Findings findings;

    private ChaosRun(Ground ground, long seed, Instant begin, Progress progress) {
        this.ground = ground;
        this.seed = seed;
        this.begin = begin;
        this.progress = progress;
        this.findings = new Findings(progress::say);
    }

    /**
     * Does it all.
     *
     * @param target where logs are left
     * @param seed decides who is disturbed by what, in which order, and what is sent
     * @param atLeast how long the ledger is disturbed; each kind of disturbance happens once even if that takes longer
     * @param onStart is told of what there will be to close, should this be interrupted
     */
    static Result run(Path target, long seed, Duration atLeast, Progress progress, OnStart onStart)
            throws IOException, InterruptedException, SQLException {
        var begin = Instant.now();
        progress.say("seed " + seed);
        try (var ground = Ground.start(target, QUERY_NODES)) {
            onStart.started(ground);
            return new ChaosRun(ground, seed, begin, progress).run(atLeast);
        }
    }

    /** Told of what there will be to close. */
    @FunctionalInterface
    interface OnStart {
        void started(Ground ground);
    }

    private Result run(Duration atLeast) throws IOException, InterruptedException, SQLException {
        try (var calls = new Calls()) {
            Recovery.awaitFirst(ground, calls);
            ReferenceCatalogue.tell(calls, ground.commandNodes().getFirst());
            progress.say("all services are ready");
            var random = new Random(seed);
            try (var witness =
                    new Witness(calls, ground.queryNodes(), ground.folder().resolve("checkpoints"))) {
                var load = new Load(ground, calls, random.nextLong());
                var recovery = new Recovery(ground, calls, load);
                var storm = new Storm(ground, calls, load, recovery, random.nextLong(), progress::say);
                rage(storm, atLeast);
                upgrade(calls, load);
                load.stop(SETTLED_WITHIN);
                progress.say(Summary.of(ground, load));
                var proof = new Proof(ground, calls, recovery, findings, progress::say);
                var count = prove(proof, load.book(), witness, random);
                return new Result(count, storm.kills(), storm.done(), findings.all());
            }
        }
    }

    private void rage(Storm storm, Duration atLeast) {
        try {
            storm.rage(atLeast);
        } catch (NotRecoveredException e) {
            findings.add("did not recover: " + e.getMessage());
        } catch (Exception e) {
            findings.add("could not be disturbed: " + e);
        }
    }

    private void upgrade(Calls calls, Load load) throws InterruptedException {
        try {
            var next = NextRelease.compile(ground.folder());
            new RollingUpgrade(ground, calls, load, next, progress::say).run();
        } catch (NotRecoveredException e) {
            findings.add("was not upgraded: " + e.getMessage());
        } catch (IOException | RuntimeException e) {
            findings.add("could not be upgraded: " + e);
        }
    }

    private Count prove(Proof proof, Book book, Witness witness, Random random) throws InterruptedException {
        var count = new Count(book.acknowledged(), 0, 0);
        try {
            count = proof.count(book, witness, begin);
            proof.ofTheRest(book, witness, random);
        } catch (NotRecoveredException e) {
            findings.add("did not recover: " + e.getMessage());
        } catch (IOException | SQLException | IllegalStateException e) {
            findings.add("could not be checked: " + e);
        }
        return count;
    }
}
