package org.consentledger.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consentledger.verifier.TestLedger.signed;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.consentledger.log.note.SigningKey;
import org.junit.jupiter.api.Test;

/** The jar as auditors run it, with little memory. */
class VerifierJarIT extends VerifyScene {

    private static final String HEAP = "-Xmx24m";

    @Test
    void verifiesAHundredThousandEvents() throws Exception {
        var ledger = TestLedger.of(100_000);
        var checkpoint = ledger.checkpoint();
        var export = ledger.export(folder.resolve("export.ndjson"), signed(checkpoint, KEY));

        var run = jar(
                "verify",
                "--export",
                export.toString(),
                "--key",
                KEY.verification().toString());

        // how far it is, and only where it takes a while
        assertThat(run.err()).allSatisfy(line -> assertThat(line).matches("[0-9,]+ events, [0-9]+ %"));
        assertThat(run.out()).singleElement().asString().startsWith("verified to size 100000 (root ");
        assertThat(run.exitCode()).isZero();
    }

    /** As many findings as events, and only some can be compared with each other. */
    @Test
    void findsTensOfThousandsOfAlteredEvents() throws Exception {
        var ledger = TestLedger.of(40_000);
        var checkpoint = ledger.checkpoint();
        ledger.swap(7, 8);
        for (var i = 10; i < 40_000; i++) {
            ledger.alter(i);
        }
        var export = ledger.export(folder.resolve("export.ndjson"), signed(checkpoint, KEY));

        var run = jar(
                "verify",
                "--export",
                export.toString(),
                "--key",
                KEY.verification().toString());

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).hasSize(39_992).last().isEqualTo("not verified: 39991 problems");
        assertThat(run.out()).anyMatch(line -> line.startsWith("the events at positions 7 and 8 were swapped"));
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void saysWhatCannotBeUsedInOneSentence() throws Exception {
        var run =
                jar("verify", "--export", "nowhere", "--key", KEY.verification().toString());

        assertThat(run).isEqualTo(new Run(2, List.of(), List.of("verifier: there is no file nowhere")));
        assertThat(jar("verify").exitCode()).isEqualTo(2);
    }

    @Test
    void makesKeys() throws Exception {
        var made = jar("new-key", "consent.example/ledger");
        var file = Files.writeString(folder.resolve("signing.key"), made.out().getFirst() + "\n");
        var shown = jar("public-key", file.toString());

        assertThat(made.exitCode()).isZero();
        assertThat(shown.out())
                .containsExactly(
                        SigningKey.parse(made.out().getFirst()).verification().toString());
        assertThat(made.err()).last().isEqualTo(shown.out().getFirst());
    }

    private Run jar(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-jar",
                System.getProperty("verifier.jar")));
        command.addAll(List.of(arguments));
        var out = folder.resolve("stdout");
        var err = folder.resolve("stderr");
        var process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return new Run(
                process.exitValue(),
                Files.readAllLines(out, StandardCharsets.UTF_8),
                Files.readAllLines(err, StandardCharsets.UTF_8));
    }
}
