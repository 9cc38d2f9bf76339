package org.consentledger.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consentledger.verifier.TestLedger.signed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A call that is wrong, or names keys that are none. */
class UnusableCallTest extends VerifyScene {

    private Path export;

    @BeforeEach
    void honestExport() {
        var ledger = TestLedger.of(20);
        export = ledger.export(folder.resolve("export.ndjson"), signed(ledger.checkpoint(), KEY));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            no-such-file        | there is no file no-such-file
            consent+00+AAAA     | the given key is not a verification key: name+id+base64
            PRIVATE+KEY+sEcReT  | the given key is a signing key, which nobody but the ledger should have: give its verification key, which public-key prints
            """)
    void aKeyThatIsNone(String key, String why) {
        assertUnusable(Run.of("verify", "--export", export.toString(), "--key", key), why);
    }

    @Test
    void aFileOfKeysThatHoldsNone() throws IOException {
        var empty = Files.writeString(folder.resolve("keys"), "\n");
        assertUnusable(
                Run.of("verify", "--export", export.toString(), "--key", empty.toString()), empty + " holds no key");

        var wrong = Files.writeString(folder.resolve("keys"), KEY.verification() + "\nsEcReT\n");
        assertUnusable(
                Run.of("verify", "--export", export.toString(), "--key", wrong.toString()),
                "line 2 of " + wrong + " is not a verification key: name+id+base64");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "frobnicate", "verify", "verify --export x", "verify --key x", "new-key", "new-key a b"})
    void aWrongCall(String call) {
        var run = Run.of(call.isEmpty() ? new String[0] : call.split(" "));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .singleElement()
                .asString()
                .startsWith("verifier: ")
                .endsWith(" (--help says more)");
        assertThat(run.out()).isEmpty();
    }
}
