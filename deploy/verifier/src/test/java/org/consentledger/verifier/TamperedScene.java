package org.consentledger.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.consentledger.log.checkpoint.Checkpoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The auditor has checkpoints of 40, 60 and 100 events; the operator of the ledger does something to it. */
abstract class TamperedScene extends VerifyScene {

    final TestLedger ledger = TestLedger.of(0);
    Checkpoint newest;
    Run run;

    @BeforeEach
    void keepCheckpoints() throws IOException {
        ledger.record(40);
        keep(ledger);
        ledger.record(20);
        keep(ledger);
        ledger.record(40);
        newest = keep(ledger);
    }

    void assertFound(String... findings) {
        run = verify(ledger, newest);
        assertThat(run.out().stream().filter(line -> !line.startsWith("note: ") && !line.startsWith("not verified: ")))
                .containsExactly(findings);
        assertThat(run.out())
                .last()
                .isEqualTo("not verified: " + (findings.length == 1 ? "1 problem" : findings.length + " problems"));
    }

    @AfterEach
    void saysItByItsExitCodeToo() {
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).isEmpty();
    }
}
