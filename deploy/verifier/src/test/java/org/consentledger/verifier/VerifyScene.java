package org.consentledger.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consentledger.verifier.TestLedger.signed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.consentledger.log.checkpoint.Checkpoint;
import org.consentledger.log.note.SigningKey;
import org.junit.jupiter.api.io.TempDir;

/** An auditor who keeps checkpoints, and gets an export one day. */
abstract class VerifyScene {

    static final SigningKey KEY = SigningKey.generate(TestLedger.ORIGIN);

    @TempDir
    Path folder;

    final List<Path> kept = new ArrayList<>();

    /** The auditor keeps a checkpoint; its file is named by its size. */
    Checkpoint keep(TestLedger ledger) throws IOException {
        var checkpoint = ledger.checkpoint();
        keep(checkpoint.size() + ".checkpoint", signed(checkpoint, KEY));
        return checkpoint;
    }

    void keep(String name, String note) throws IOException {
        kept.add(Files.writeString(folder.resolve(name), note));
    }

    Run verify(TestLedger ledger, Checkpoint newest) {
        return verify(ledger.export(folder.resolve("export.ndjson"), signed(newest, KEY)));
    }

    Run verify(Path export) {
        return verify(export, KEY);
    }

    Run verify(Path export, SigningKey... trusted) {
        var arguments = new ArrayList<>(List.of("verify", "--export", export.toString()));
        for (var key : trusted) {
            arguments.addAll(List.of("--key", key.verification().toString()));
        }
        if (!kept.isEmpty()) {
            arguments.add("--checkpoint");
            kept.forEach(file -> arguments.add(file.toString()));
        }
        return withoutFolder(Run.of(arguments.toArray(String[]::new)));
    }

    /** So that tests can speak of files by their names. */
    Run withoutFolder(Run run) {
        return new Run(
                run.exitCode(),
                run.out().stream().map(this::withoutFolder).toList(),
                run.err().stream().map(this::withoutFolder).toList());
    }

    private String withoutFolder(String line) {
        return line.replace(folder + "/", "");
    }

    static void assertUnusable(Run run, String sentence) {
        assertThat(run.err()).containsExactly("verifier: " + sentence);
        assertThat(run.out()).isEmpty();
        assertThat(run.exitCode()).isEqualTo(2);
    }
}
