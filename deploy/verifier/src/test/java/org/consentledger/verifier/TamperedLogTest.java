package org.consentledger.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consentledger.verifier.TestLedger.signed;

import java.io.IOException;
import org.consentledger.log.checkpoint.Checkpoint;
import org.consentledger.log.note.SigningKey;
import org.junit.jupiter.api.Test;

/** Something is done to the log as a whole: only its checkpoints show it. */
class TamperedLogTest extends TamperedScene {

    @Test
    void theLedgerIsSetBackToAnOlderState() {
        ledger.setBackTo(90);

        assertFound("positions 90 to 99 are missing at the end: the checkpoint of size 100 in the head of export.ndjson"
                + " covers them");
    }

    @Test
    void theLastEventIsRemovedBeforeItWasSigned() {
        ledger.record(1);
        ledger.remove(100, 100);

        assertFound("position 100 is missing at the end: the ledger's own tree covers it");
    }

    @Test
    void aLedgerIsEmptied() {
        ledger.setBackTo(0);

        assertFound("positions 0 to 99 are missing at the end: the checkpoint of size 100 in the head of export.ndjson"
                + " covers them");
    }

    @Test
    void anEventIsRewrittenWithItsLeaf() {
        ledger.alterWithLeaf(45);

        assertFound("the root at size 60 is not that of the checkpoint of size 60 in 60.checkpoint: events at positions"
                + " 40 to 59 were rewritten together with their leaves; those before are as they were signed");
    }

    @Test
    void theFirstEventIsRewrittenWithItsLeaf() {
        ledger.alterWithLeaf(0);

        assertFound("the root at size 40 is not that of the checkpoint of size 40 in 40.checkpoint: events at positions"
                + " 0 to 39 were rewritten together with their leaves");
    }

    /** The whole tree is computed anew and signed: the new checkpoint fits, and convicts the operator. */
    @Test
    void theLedgerIsRewrittenAndSignedAgain() {
        ledger.alterWithLeaf(45);
        ledger.record(10);
        newest = ledger.checkpoint();

        assertFound(
                "the checkpoint of size 60 in 60.checkpoint contradicts the checkpoint of size 110 in the head of"
                        + " export.ndjson: this export has the root of the larger one, whose first 60 events do not have"
                        + " the root of the smaller one",
                "the checkpoint of size 100 in 100.checkpoint contradicts the checkpoint of size 110 in the head of"
                        + " export.ndjson: this export has the root of the larger one, whose first 100 events do not"
                        + " have the root of the smaller one");
    }

    @Test
    void twoLogsOfOneSizeAreSigned() {
        var signed = newest;
        ledger.alterWithLeaf(45);
        newest = ledger.checkpoint();

        run = verify(ledger, newest);
        assertThat(run.out())
                .contains("equivocation at size 100: the log was signed with root "
                        + newest.root().base64() + " in the head of export.ndjson, and with root "
                        + signed.root().base64() + " in 100.checkpoint");
    }

    @Test
    void eventsArePutBehindTheTree() {
        ledger.insertBehindTheTree(3);

        assertFound(
                "positions 100 to 102 are in no tree: the ledger's tree ended after 100 events when it was exported");
    }

    @Test
    void aCheckpointIsSignedByNobodyKnown() throws IOException {
        var stranger = SigningKey.generate(TestLedger.ORIGIN);
        keep("strange", signed(ledger.checkpoint(), stranger));

        assertFound("the checkpoint in strange is not to be trusted: no trusted key signed it");
    }

    @Test
    void aSignatureIsMovedToAnotherCheckpoint() throws IOException {
        var note = signed(ledger.checkpoint(), KEY);
        keep("forged", note.replace("\n100\n", "\n99\n"));

        assertFound("the checkpoint in forged is not to be trusted: the signature of consent.example/ledger is wrong");
    }

    @Test
    void aCheckpointIsOfAnotherLog() throws IOException {
        keep("foreign", signed(ledger.checkpoint("other.example/ledger"), KEY));

        assertFound("the checkpoint in foreign is of another log: its origin is other.example/ledger, not"
                + " consent.example/ledger");
    }

    @Test
    void nothingHasARootThatIsNotNothings() throws IOException {
        keep("nothing", signed(new Checkpoint(TestLedger.ORIGIN, 0, newest.root()), KEY));

        assertFound(
                "the checkpoint in nothing is not to be trusted: it has size 0, but not the root of the empty tree");
    }
}
