package org.consentledger.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.consentledger.log.note.SigningKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysTest {

    @TempDir
    Path folder;

    @Test
    void aNewKeyIsForTheLedgerAndItsPublicHalfForEverybody() {
        var run = Run.of("new-key", "consent.example/ledger");

        assertThat(run.exitCode()).isZero();
        var key = SigningKey.parse(run.out().getFirst());
        assertThat(run.out()).hasSize(1);
        assertThat(run.err())
                .last()
                .isEqualTo(key.verification().toString())
                .asString()
                .startsWith("consent.example/ledger+");
        assertThat(run.err()).noneMatch(line -> line.contains(key.secret()));
    }

    @Test
    void anOriginHasNoSpaces() {
        var run = Run.of("new-key", "our ledger");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .containsExactly(
                        "verifier: this cannot be an origin: a key's name has no spaces and no plus sign, and is"
                                + " not empty");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void publicHalvesCanBeHadAgain() throws IOException {
        var one = SigningKey.generate("consent.example/ledger");
        var other = SigningKey.generate("consent.example/ledger");
        var file = Files.writeString(folder.resolve("signing.key"), one.secret() + "\n" + other.secret() + "\n");

        var run = Run.of("public-key", file.toString());

        assertThat(run.out())
                .containsExactly(
                        one.verification().toString(), other.verification().toString());
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void aBrokenSigningKeyIsNotQuoted() throws IOException {
        var file = Files.writeString(folder.resolve("signing.key"), "PRIVATE+KEY+a+00000000+sEcReT\n");

        var run = Run.of("public-key", file.toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .singleElement()
                .asString()
                .contains("line 1 of " + file)
                .doesNotContain("sEcReT");
    }

    @Test
    void helpIsNoMistake() {
        assertThat(Run.of("--help").exitCode()).isZero();
        assertThat(Run.of("verify", "--help").out()).anyMatch(line -> line.contains("--checkpoint"));
        assertThat(Run.of("verify", "--version").out())
                .containsExactly("reads consent-ledger/export/v1, consent-ledger/slice/v1");
    }
}
