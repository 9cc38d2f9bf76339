package org.consentledger.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consentledger.diagnosis.Recorded.ONE;
import static org.consentledger.diagnosis.Recorded.TWO;
import static org.consentledger.diagnosis.Recorded.answer;

import org.consentledger.log.checkpoint.Checkpoint;
import org.consentledger.log.tree.Hash;
import org.junit.jupiter.api.Test;

/** What an auditor kept is held against the log of today. */
class KeptTest {

    private static final Checkpoint SMALLER = new Checkpoint("test.example/ledger", 1, ONE);
    private static final Checkpoint LARGER = new Checkpoint("test.example/ledger", 2, Hash.ofNode(ONE, TWO));
    private static final Heard PROOF = answer(200, "{\"from\": 1, \"to\": 2, \"proof\": [\"" + TWO.base64() + "\"]}");

    private static Heard heard(Checkpoint checkpoint) {
        return answer(
                200,
                checkpoint.origin() + "\n" + checkpoint.size() + "\n"
                        + checkpoint.root().base64() + "\n\n");
    }

    @Test
    void theProofIsAskedForFromIt() {
        assertThat(Kept.question(SMALLER, heard(LARGER))).contains("/v1/log/proof/consistency?from=1&to=2");
        assertThat(Kept.question(LARGER, heard(SMALLER))).isEmpty();
        assertThat(Kept.question(SMALLER, Recorded.silence())).isEmpty();
    }

    @Test
    void aLogThatGrewFromItIsProved() {
        var found = new Kept(SMALLER, PROOF).against(heard(LARGER));

        assertThat(found.level()).isEqualTo(Level.OK);
        assertThat(found.told()).isEqualTo("proved: the log only grew from 1 to 2 events");
    }

    @Test
    void aLogThatWasSetBackIsNamed() {
        var found = new Kept(LARGER, Recorded.unasked()).against(heard(SMALLER));

        assertThat(found.level()).isEqualTo(Level.WRONG);
        assertThat(found.about()).isEqualTo("kept checkpoint");
        assertThat(found.told())
                .isEqualTo("covers 2 events, but the log has only 1: it was set back to an older state");
    }

    @Test
    void soIsOneThatWentOnOtherwise() {
        var other = new Checkpoint("test.example/ledger", 2, Hash.ofNode(TWO, TWO));

        assertThat(new Kept(SMALLER, PROOF).against(heard(other)).level()).isEqualTo(Level.WRONG);
        assertThat(new Kept(LARGER, Recorded.unasked()).against(heard(other)).level())
                .isEqualTo(Level.WRONG);
    }
}
