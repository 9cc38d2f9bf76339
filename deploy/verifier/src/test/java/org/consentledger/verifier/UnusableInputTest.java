package org.consentledger.verifier;

import static org.consentledger.verifier.TestLedger.signed;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Of what cannot be read nothing is said; one sentence says why. */
class UnusableInputTest extends VerifyScene {

    private Path export;

    @BeforeEach
    void honestExport() {
        var ledger = TestLedger.of(20);
        export = ledger.export(folder.resolve("export.ndjson"), signed(ledger.checkpoint(), KEY));
    }

    private List<String> lines() throws IOException {
        return Files.readAllLines(export);
    }

    private void replaceLine(int number, String text) throws IOException {
        var lines = lines();
        lines.set(number - 1, text);
        Files.write(export, lines);
    }

    @Test
    void anExportFromTheMiddle() {
        var ledger = TestLedger.of(20);
        ledger.exportFrom(5);
        var part = ledger.export(folder.resolve("export.ndjson"), signed(ledger.checkpoint(), KEY));

        assertUnusable(
                verify(part),
                "this export begins at position 5: a ledger can only be verified from its beginning, so export it from"
                        + " position 0");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            not JSON                                    | it is not JSON
            {}                                          | it is not an event of an export, because of entry
            null                                        | it is not an event of an export
            []                                          | it is not an event of an export
            {"entry":null,"leaf":""}                    | it is not an event of an export, because of entry
            {"entry":{"position":"17"},"leaf":""}       | it is not an event of an export, because of entry.position
            {"entry":{"position":1,"position":2}}       | it is not JSON
            """)
    void aLineThatIsNoEvent(String line, String why) throws IOException {
        replaceLine(17, line);

        assertUnusable(verify(export), "line 17 of export.ndjson cannot be used: " + why);
    }

    /** Which its leaf does not commit to. */
    @Test
    void anEventWithSomethingMore() throws IOException {
        replaceLine(17, lines().get(16).replace("\"position\":", "\"surprise\":1,\"position\":"));

        assertUnusable(
                verify(export),
                "line 17 of export.ndjson cannot be used: it is not an event of an export, because of entry.surprise");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "leaf":"     | "leaf":"?                | its leaf is not a hash in base64
            "leaf":"     | "leaf":"AAAA             | its leaf is not a hash in base64
            "position":  | "position":-             | its position is out of range
            .123456Z     | .1234561Z                | its recordedAt is finer than a microsecond
            "ConsentGiv  | "Con\\nsentGiv           | one of its fields other than payload and metadata contains a control character
            é            | \\ud83d                  | it contains half a character
            "Subject"    | "\\udc00"                | it contains half a character
            """)
    void anEventThatItsLeafWouldNotTellFromAnother(String from, String to, String why) throws IOException {
        replaceLine(17, lines().get(16).replace(from, to));

        assertUnusable(verify(export), "line 17 of export.ndjson cannot be used: " + why);
    }

    @Test
    void anExportThatBreaksOffInALine() throws IOException {
        var text = Files.readString(export);
        Files.writeString(export, text.substring(0, text.length() - 100));

        assertUnusable(verify(export), "line 21 of export.ndjson cannot be used: it is not JSON");
    }

    @Test
    void bytesThatAreNoText() throws IOException {
        Files.write(export, "x\u00e9".getBytes(StandardCharsets.ISO_8859_1));

        assertUnusable(verify(export), "line 1 of export.ndjson cannot be used: it is not text in UTF-8");
    }

    @Test
    void aLineWithoutAnEnd() throws IOException {
        try (var out = Files.newOutputStream(export)) {
            for (var i = 0; i < 9; i++) {
                out.write(new byte[1 << 20]);
            }
        }

        assertUnusable(verify(export), "line 1 of export.ndjson cannot be used: it has more than 8 MiB");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"format":"consent-ledger/export/v2","from":0,"treeSize":0,"checkpoint":""}  | its format is not consent-ledger/export/v1
            {"format":"consent-ledger/export/v1","from":0,"treeSize":-1,"checkpoint":""} | its treeSize is below 0
            {"from":0}                                                                   | it is not the head of an export, because of format
            {"entry":{},"leaf":""}                                                       | it is not the head of an export, because of format
            """)
    void aHeadThatIsNone(String head, String why) throws IOException {
        replaceLine(1, head);

        assertUnusable(verify(export), "line 1 of export.ndjson cannot be used: " + why);
    }

    @Test
    void aHeadWithoutACheckpoint() throws IOException {
        replaceLine(1, "{\"format\":\"consent-ledger/export/v1\",\"from\":0,\"treeSize\":0,\"checkpoint\":\"x\"}");

        assertUnusable(verify(export), "the head of export.ndjson holds no checkpoint");
    }

    @Test
    void anEmptyFile() throws IOException {
        Files.writeString(export, "");

        assertUnusable(verify(export), "export.ndjson is empty: it is no export");
    }

    @Test
    void aFileThatIsNotThere() throws IOException {
        assertUnusable(verify(folder.resolve("nowhere")), "there is no file nowhere");
        kept.add(folder.resolve("lost"));
        assertUnusable(verify(export), "there is no file lost");
    }

    @Test
    void aFolder() throws IOException {
        Files.createDirectory(folder.resolve("exports"));

        assertUnusable(verify(folder.resolve("exports")), "exports is a folder, not a file");
    }

    @Test
    void aCheckpointFileThatIsNone() throws IOException {
        keep("page.html", "<html>\n");

        assertUnusable(verify(export), "page.html holds no checkpoint");
    }

    @Test
    void aCheckpointFileThatIsFarTooLarge() throws IOException {
        keep("huge", "x".repeat(200_000));

        assertUnusable(verify(export), "huge is too large to be a checkpoint or a file of keys");
    }
}
