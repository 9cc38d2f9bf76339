package org.consentledger.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consentledger.verifier.TestLedger.signed;

import java.io.IOException;
import java.nio.file.Files;
import java.util.stream.IntStream;
import org.consentledger.log.note.SigningKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HonestLedgerTest extends VerifyScene {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 255, 256, 257, 300})
    void isVerifiedUpToItsNewestCheckpoint(int events) {
        var ledger = TestLedger.of(events);
        var checkpoint = ledger.checkpoint();

        var run = verify(ledger, checkpoint);

        assertThat(run.out())
                .containsExactly("verified to size " + events + " (root "
                        + checkpoint.root().base64() + ", checkpoint of origin consent.example/ledger)");
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void mayBeEmpty() {
        var ledger = TestLedger.of(0);

        var run = verify(ledger, ledger.checkpoint());

        assertThat(run.out())
                .containsExactly("verified to size 0 (root 47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=,"
                        + " checkpoint of origin consent.example/ledger)");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void fitsTheCheckpointsOfEveryDay() throws IOException {
        var ledger = TestLedger.of(0);
        keep(ledger);
        for (var day : IntStream.of(1, 5, 58, 64, 72).toArray()) {
            ledger.record(day);
            keep(ledger);
        }

        var run = verify(ledger, ledger.checkpoint());

        assertThat(run.out()).singleElement().asString().startsWith("verified to size 200 ");
    }

    @Test
    void mayHaveEventsThatAreYetToBeSigned() {
        var ledger = TestLedger.of(30);
        var checkpoint = ledger.checkpoint();
        ledger.record(12);

        var run = verify(ledger, checkpoint);

        assertThat(run.out()).hasSize(2).first().asString().startsWith("verified to size 30 ");
        assertThat(run.out()).last().isEqualTo("note: 12 events after position 29 are not covered by a checkpoint yet");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void isVerifiedToTheLargestCheckpointWhereverItComesFrom() throws IOException {
        var ledger = TestLedger.of(30);
        var head = ledger.checkpoint();
        ledger.record(1);
        keep(ledger);

        assertThat(verify(ledger, head).out()).singleElement().asString().startsWith("verified to size 31 ");
    }

    @Test
    void wasSignedWithTwoKeysWhileTheyChanged() throws IOException {
        var next = SigningKey.generate(TestLedger.ORIGIN);
        var ledger = TestLedger.of(10);
        keep("before", signed(ledger.checkpoint(), KEY));
        ledger.record(10);
        keep("meanwhile", signed(ledger.checkpoint(), KEY, next));
        ledger.record(10);
        var export = ledger.export(folder.resolve("export"), signed(ledger.checkpoint(), next));

        assertThat(verify(export, KEY, next).exitCode()).isZero();
        assertThat(verify(export, next).out())
                .containsExactly(
                        "the checkpoint in before is not to be trusted: no trusted key signed it",
                        "not verified: 1 problem");
    }

    @Test
    void keysMayStandInAFile() throws IOException {
        var ledger = TestLedger.of(10);
        var export = ledger.export(folder.resolve("export"), signed(ledger.checkpoint(), KEY));
        var keys = Files.writeString(
                folder.resolve("keys"),
                SigningKey.generate("another").verification() + "\n\n" + KEY.verification() + "\n");

        var run = Run.of("verify", "--export", export.toString(), "--key", keys.toString());

        assertThat(run.exitCode()).isZero();
    }
}
