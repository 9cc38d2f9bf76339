package org.consentledger.chaos.proof;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Random;
import java.util.function.Consumer;
import org.consentledger.chaos.call.Calls;
import org.consentledger.chaos.disturbance.Recovery;
import org.consentledger.chaos.disturbance.Wait;
import org.consentledger.chaos.ground.Ground;
import org.consentledger.chaos.load.Book;

/** Everything that must be true when all has become quiet. */
public final class Proof {

    private final Ground ground;
    private final Calls calls;
    private final Recovery recovery;
    private final Findings findings;
    private final Consumer<String> progress;

    public Proof(Ground ground, Calls calls, Recovery recovery, Findings findings, Consumer<String> progress) {
        this.ground = ground;
        this.calls = calls;
        this.recovery = recovery;
        this.findings = findings;
        this.progress = progress;
    }

    /**
     * Holds the ledger against what callers and the witness remember.
     *
     * @param begin no event was recorded before
     */
    public Count count(Book book, Witness witness, Instant begin)
            throws IOException, InterruptedException, SQLException {
        awaitExpiries();
        recovery.awaitProjections();
        var rows = LedgerRow.all(ground.postgres());
        var answered = AnsweredEvent.all(calls, ground.query(), ground.folder());
        var count = new LedgerCheck(book, rows, answered, findings).check(begin, Instant.now());
        LogCheck.awaitSigned(calls, ground, rows.size());
        witness.close();
        witness.check(rows, findings);
        progress.accept(
                "read " + rows.size() + " events, and held them against " + book.acknowledged() + " acknowledgements");
        return count;
    }

    /** Holds signatures, first answers and projections against the ledger. */
    public void ofTheRest(Book book, Witness witness, Random random)
            throws IOException, InterruptedException, SQLException {
        new LogCheck(ground, calls, findings).check(witness.checkpoints());
        progress.accept("the verifier has checked the export against "
                + witness.checkpoints().size() + " checkpoints");
        var before = LedgerRow.all(ground.postgres()).size();
        var replayed = new ReplayCheck(ground, calls, findings, random).check(book.settled());
        var recorded = LedgerRow.all(ground.postgres()).size() - before;
        if (recorded != 0) {
            findings.add("sending commands again recorded " + recorded + " events");
        }
        progress.accept("sent " + replayed + " commands again");
        new NodesCheck(ground, calls, findings).check(before - 1);
        var projected = new ProjectionCheck(ground, calls, findings).check();
        progress.accept("rebuilt the projections, " + projected + " rows");
    }

    /** Consents that end by themselves are noted within seconds, unless all clocks are behind. */
    private void awaitExpiries() {
        Wait.until("every expiry is noted", () -> {
            try (var connection = ground.postgres().connect();
                    var statement = connection.createStatement();
                    var result = statement.executeQuery("SELECT count(*) FROM ledger.consent_due")) {
                return result.next() && result.getLong(1) == 0;
            }
        });
    }
}
