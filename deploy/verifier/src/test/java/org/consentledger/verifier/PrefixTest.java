package org.consentledger.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.consentledger.log.note.SigningKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A ledger of 300 events was published, at 200 and at 300, and is then restored from a backup. */
class PrefixTest extends VerifyScene {

    private final TestLedger whole = TestLedger.of(200);
    private Path published;

    @BeforeEach
    void publish() throws IOException {
        keep(whole);
        whole.record(100);
        published = whole.export(folder.resolve("published.ndjson"), TestLedger.signed(keep(whole), KEY));
    }

    private Run prefix(TestLedger restored, String... more) {
        return prefix(restored, KEY, more);
    }

    /** @param signer of the checkpoint that the restored ledger made since */
    private Run prefix(TestLedger restored, SigningKey signer, String... more) {
        var export =
                restored.export(folder.resolve("restored.ndjson"), TestLedger.signed(restored.checkpoint(), signer));
        var arguments = new ArrayList<>(List.of("prefix", "--restored", export.toString()));
        arguments.addAll(List.of(more));
        arguments.addAll(List.of("--key", KEY.verification().toString(), "--checkpoint"));
        kept.forEach(file -> arguments.add(file.toString()));
        return withoutFolder(Run.of(arguments.toArray(String[]::new)));
    }

    private Run withPublished(TestLedger restored) {
        return prefix(restored, "--published", published.toString());
    }

    @Test
    void isTheBeginningOfWhatWasPublished() {
        var run = withPublished(TestLedger.of(250));

        assertThat(run.out())
                .containsExactly(
                        "verified: the restored ledger is the first 250 of 300 events that were published",
                        "note: positions 250 to 299 are not in it");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void theExportMayBeOlderThanTheNewestCheckpoints() throws IOException {
        whole.record(100);
        keep(whole);

        assertThat(withPublished(TestLedger.of(250)).out())
                .containsExactly(
                        "verified: the restored ledger is the first 250 of 400 events that were published",
                        "note: positions 250 to 399 are not in it");
        assertThat(withPublished(TestLedger.of(400)).out())
                .containsExactly("verified: the restored ledger is the first 400 of 400 events that were published");
        // neither the export nor a checkpoint ends there
        assertThat(withPublished(TestLedger.of(350)).out())
                .containsExactly(
                        "positions 300 to 349 are not shown to have been published: no checkpoint given ends there, and no"
                                + " export given goes so far",
                        "not verified: 1 problem");
    }

    @Test
    void mayHaveLostNothing() {
        assertThat(withPublished(TestLedger.of(300)).out())
                .containsExactly("verified: the restored ledger is the first 300 of 300 events that were published");
    }

    @Test
    void aCheckpointThatEndsWhereItDoesNeedsNoExport() {
        assertThat(prefix(TestLedger.of(200)).out())
                .containsExactly(
                        "verified: the restored ledger is the first 200 of 300 events that were published",
                        "note: positions 200 to 299 are not in it");
    }

    @Test
    void whatNoCheckpointEndsWithIsNotProvedWithoutAnExport() {
        var run = prefix(TestLedger.of(250));

        assertThat(run.out())
                .containsExactly(
                        "positions 200 to 249 are not shown to have been published: no checkpoint given ends there, and no"
                                + " export given goes so far",
                        "not verified: 1 problem");
        assertThat(run.exitCode()).isOne();
    }

    @Test
    void anEventThatWasAlteredInTheBackupIsNamed() {
        var restored = TestLedger.of(250);
        restored.alterWithLeaf(230);

        var run = withPublished(restored);

        assertThat(run.out())
                .containsExactly(
                        "the event at position 230 is not the one that was published there: from here on the two are"
                                + " different ledgers",
                        "not verified: 1 problem");
        assertThat(run.exitCode()).isOne();
    }

    @Test
    void oneThatWasSignedAsItWasIsFoundByItsCheckpointToo() {
        var restored = TestLedger.of(250);
        restored.alterWithLeaf(30);

        assertThat(withPublished(restored).out())
                .anyMatch(line -> line.startsWith("the root at size 200 is not that of the checkpoint"))
                .last()
                .isEqualTo("not verified: 2 problems");
    }

    @Test
    void whatWasRecordedSinceItWasRestoredIsNoPartOfIt() {
        var restored = TestLedger.of(300);
        restored.record(2);

        assertThat(withPublished(restored).out())
                .first()
                .asString()
                .startsWith("positions 300 to 301 are not shown to have been published");
    }

    @Test
    void anExportThatIsNotWhatWasPublishedProvesNothing() {
        whole.alterWithLeaf(260);
        published = whole.export(published, TestLedger.signed(whole.checkpoint(), KEY));

        assertThat(withPublished(TestLedger.of(250)).exitCode()).isOne();
    }

    @Test
    void itsOwnSignatureDoesNotCount() {
        var restored = TestLedger.of(250);
        restored.alterWithLeaf(249);

        assertThat(prefix(restored, SigningKey.generate(TestLedger.ORIGIN)).exitCode())
                .isOne();
    }
}
