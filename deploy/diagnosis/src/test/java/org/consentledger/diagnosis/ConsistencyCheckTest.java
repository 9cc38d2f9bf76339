package org.consentledger.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consentledger.diagnosis.Recorded.ONE;
import static org.consentledger.diagnosis.Recorded.TWO;
import static org.consentledger.diagnosis.Recorded.answer;

import org.consentledger.log.tree.Hash;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An alarm of tampering is raised for what was tampered with, and for nothing else. */
class ConsistencyCheckTest {

    private static final Heard NONE = checkpoint(0, Hash.EMPTY);
    private static final Heard SMALLER = checkpoint(1, ONE);
    private static final Heard LARGER = checkpoint(2, Hash.ofNode(ONE, TWO));
    private static final Heard PROOF = answer(200, "{\"from\": 1, \"to\": 2, \"proof\": [\"" + TWO.base64() + "\"]}");

    private static Heard checkpoint(long size, Hash root) {
        return answer(200, Recorded.note(Recorded.KEY, size, root));
    }

    /** The one finding, its level first. */
    private static String found(Heard first, Heard second, Heard proof) {
        var recorded = Recorded.healthy();
        var findings = recorded.withLog(first, second, proof, recorded.keys()).findings().stream()
                .filter(finding -> finding.about().equals("consistency"))
                .toList();
        assertThat(findings).hasSize(1);
        return findings.getFirst().level() + ": " + findings.getFirst().told();
    }

    @Test
    void aProofIsAskedForFromTheSmallerOneToTheLargerOne() {
        assertThat(ConsistencyCheck.question(SMALLER, LARGER)).contains("/v1/log/proof/consistency?from=1&to=2");
        assertThat(ConsistencyCheck.question(LARGER, SMALLER)).contains("/v1/log/proof/consistency?from=1&to=2");
        assertThat(ConsistencyCheck.question(SMALLER, SMALLER)).isEmpty();
        assertThat(ConsistencyCheck.question(NONE, LARGER)).isEmpty();
        assertThat(ConsistencyCheck.question(SMALLER, answer(503, "{}"))).isEmpty();
        assertThat(ConsistencyCheck.question(SMALLER, Recorded.silence())).isEmpty();
    }

    @Test
    void aLogThatOnlyGrewIsProvedWhicheverNodeAnsweredFirst() {
        assertThat(found(SMALLER, LARGER, PROOF)).isEqualTo("OK: proved: the log only grew from 1 to 2 events");
        assertThat(found(LARGER, SMALLER, PROOF)).isEqualTo("OK: proved: the log only grew from 1 to 2 events");
        assertThat(found(NONE, LARGER, Recorded.unasked()))
                .isEqualTo("OK: proved: the log only grew from 0 to 2 events");
        assertThat(found(LARGER, LARGER, Recorded.unasked()))
                .isEqualTo("OK: nothing was recorded meanwhile, and two checkpoints of 2 events are equal");
    }

    @Test
    void aProofThatDoesNotHoldIsWrong() {
        var rewritten = checkpoint(2, Hash.ofNode(TWO, TWO));
        assertThat(found(SMALLER, rewritten, PROOF))
                .isEqualTo("WRONG: the proof does not hold: the log did not only grow from 1 to 2 events");
        assertThat(found(rewritten, SMALLER, PROOF)).startsWith("WRONG: the proof does not hold");
        assertThat(found(SMALLER, LARGER, answer(200, "{\"proof\": []}"))).startsWith("WRONG: the proof does not hold");
    }

    @Test
    void differentRootsOfOneSizeAreWrong() {
        assertThat(found(SMALLER, checkpoint(1, TWO), Recorded.unasked()))
                .isEqualTo("WRONG: two checkpoints of 1 events have different roots");
    }

    @Test
    void logsOfDifferentNamesAreWrong() {
        var foreign =
                answer(200, Recorded.note(Recorded.KEY, 2, TWO).replace("localhost/ledger\n2", "other/ledger\n2"));
        assertThat(found(SMALLER, foreign, PROOF))
                .isEqualTo("WRONG: two checkpoints are of localhost/ledger and of other/ledger");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 404, 429, 500, 503})
    void whatWasNotAnsweredSaysNothingOfTheLog(int status) {
        assertThat(found(SMALLER, LARGER, answer(status, "{}")))
                .isEqualTo("WARNING: could not be examined: answered " + status);
        assertThat(found(SMALLER, answer(status, "{}"), Recorded.unasked()))
                .isEqualTo("WARNING: could not be examined: answered " + status);
    }

    @Test
    void whatIsNoProofSaysNothingOfTheLog() {
        assertThat(found(SMALLER, LARGER, Recorded.silence()))
                .isEqualTo("WARNING: could not be examined: no answer: the connection was refused");
        assertThat(found(SMALLER, LARGER, answer(200, "<html>")))
                .isEqualTo("WARNING: could not be examined: what was answered is no proof");
        assertThat(found(SMALLER, LARGER, answer(200, "{\"proof\": [\"!\"]}")))
                .isEqualTo("WARNING: could not be examined: what was answered is no proof");
        assertThat(found(SMALLER, answer(200, "<html>"), Recorded.unasked()))
                .isEqualTo("WARNING: could not be examined: the second checkpoint is none");
    }
}
