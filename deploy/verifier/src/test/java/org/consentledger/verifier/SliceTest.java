package org.consentledger.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.consentledger.log.note.SigningKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Slices in both forms: honest ones, and what can be done to them. */
class SliceTest {

    private static final SigningKey KEY = SigningKey.generate(TestLedger.ORIGIN);
    private static final Map<String, String> ASKED = Map.of("after", "2", "type", "ConsentGiven");

    @TempDir
    Path folder;

    private Run verify(TestSlice... slices) throws IOException {
        var arguments =
                new ArrayList<>(List.of("slice", "--key", KEY.verification().toString()));
        for (var slice : slices) {
            arguments.add(
                    slice.file(folder.resolve("slice-" + arguments.size())).toString());
        }
        var run = Run.of(arguments.toArray(String[]::new));
        return new Run(
                run.exitCode(),
                run.out().stream().map(this::withoutFolder).toList(),
                run.err().stream().map(this::withoutFolder).toList());
    }

    private String withoutFolder(String line) {
        return line.replaceAll(folder + "/slice-\\d", "slice");
    }

    private static TestSlice honest(boolean isTable) {
        return TestSlice.of(isTable, ASKED, KEY, 3, 7, 11, 39);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void isAcceptedAndSaysWhatThatMeans(boolean isTable) throws IOException {
        var run = verify(honest(isTable));

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).hasSize(3);
        assertThat(run.out().getFirst())
                .startsWith(
                        "slice: verified: 4 events, positions 3 \u2026 39, stand in the log consent.example/ledger of"
                                + " size 40 (root ");
        assertThat(run.out().get(1))
                .isEqualTo("slice: the ledger states, signed, that these are all up to position 39 with after=2,"
                        + " type=ConsentGiven");
        assertThat(run.out().getLast())
                .startsWith("note: that nothing was left out of a selection is the ledger's word");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void mayHoldNothing(boolean isTable) throws IOException {
        assertThat(verify(TestSlice.of(isTable, ASKED, KEY)).exitCode()).isZero();
    }

    /** Every third byte of the event, so each column, and of the head and the end every eleventh. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void failsWhateverByteIsFlipped(boolean isTable) throws IOException {
        var slice = TestSlice.of(isTable, ASKED, KEY, 7);
        var whole = slice.text().getBytes(StandardCharsets.UTF_8);
        var begin =
                String.join("", slice.records().subList(0, slice.firstEvent())).length();
        var end = whole.length - slice.records().getLast().length();
        var file = folder.resolve("flipped");
        for (var at = 0; at < whole.length; at += at >= begin && at < end ? 3 : 11) {
            var flipped = whole.clone();
            // to another digit, or to the other case
            flipped[at] ^= (byte) (at % 2 == 0 ? 1 : 0x20);
            Files.write(file, flipped);
            assertThat(Run.of("slice", "--key", KEY.verification().toString(), file.toString())
                            .exitCode())
                    .as("byte %d", at)
                    .isIn(1, 2);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void namesTheEventThatWasAltered(boolean isTable) throws IOException {
        var slice = honest(isTable);
        var altered = slice.records().get(slice.firstEvent() + 1).replace("business-notices", "business-notice5");

        var run = verify(slice.with(slice.firstEvent() + 1, altered));

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out())
                .contains(
                        "slice: not verified: " + (isTable ? "record 4" : "line 3")
                                + ": the event at position 7 is not proved: it is not what was signed, or its proof was altered",
                        "slice: not verified: it is not byte for byte what the ledger gave out");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void failsWithoutAProof(boolean isTable) throws IOException {
        var slice = honest(isTable);
        var event = slice.records().get(slice.firstEvent());
        var unproved = isTable
                ? event.replaceAll(",[^,]*,\r\n$", ",,\r\n")
                : event.replaceAll("\"proof\":\\[.*]", "\"proof\":[]");
        assertThat(unproved).isNotEqualTo(event);

        var run = verify(slice.with(slice.firstEvent(), unproved));

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).anyMatch(line -> line.contains("the event at position 3 is not proved"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void failsIfLinesAreSwappedLeftOutOrRepeated(boolean isTable) throws IOException {
        var slice = honest(isTable);
        var swapped = new ArrayList<>(slice.records());
        Collections.swap(swapped, slice.firstEvent(), slice.firstEvent() + 1);
        assertThat(verify(new TestSlice(isTable, swapped)).out())
                .anyMatch(line -> line.endsWith("position 3 is out of order: it stands after position 7"));

        var less = verify(slice.without(slice.firstEvent() + 1));
        assertThat(less.exitCode()).isEqualTo(1);
        assertThat(less.out()).contains("slice: not verified: the ledger gave out 4 events, and there are 3");

        var repeated = new ArrayList<>(slice.records());
        repeated.add(slice.firstEvent(), repeated.get(slice.firstEvent()));
        assertThat(verify(new TestSlice(isTable, repeated)).out())
                .anyMatch(line -> line.endsWith("position 3 is out of order: it stands after position 3"));
    }

    /** Somebody without the ledger's key may make a whole slice of what they have, but not its end. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void failsWithTheEndOrTheCheckpointOfSomebodyElse(boolean isTable) throws IOException {
        var slice = honest(isTable);
        var last = slice.records().size() - 1;
        var forged = TestSlice.of(isTable, ASKED, SigningKey.generate(TestLedger.ORIGIN), 3, 7, 11, 39);
        assertThat(verify(forged).out())
                .anyMatch(line -> line.startsWith("slice: not verified: its checkpoint is not to be trusted"))
                .contains("slice: not verified: no given key signed the statement");
        assertThat(verify(slice.with(last, forged.records().getLast())).exitCode())
                .isEqualTo(1);

        var other = TestSlice.of(isTable, Map.of("after", "2"), KEY, 3, 7, 11, 39);
        assertThat(verify(slice.with(last, other.records().getLast())).out())
                .contains("slice: not verified: its end is that of another slice");
    }

    @ParameterizedTest
    @CsvSource({
        "after, 7",
        "upTo, 6",
        "from, 2016-11-02T09:00:08Z",
        "to, 2016-11-02T09:00:05Z",
        "type, ConsentRevoked",
        "subjectId, subject-3",
        "recipient, printer",
        "purpose, letters"
    })
    void namesWhatIsNotWhatWasAskedFor(String part, String value) throws IOException {
        var run = verify(TestSlice.of(false, Map.of(part, value), KEY, 7));

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out())
                .contains(
                        "slice: not verified: line 2: the event at position 7 is not what the slice says it is a slice of");
    }

    @ParameterizedTest
    @CsvSource({
        "after, 37, 38 39",
        "upTo, 2, 0 1 2",
        "from, 2016-11-02T09:00:38Z, 38 39",
        "type, ConsentGiven, 7",
        "subjectId, subject-0, 0 7 14",
        "purpose, business-notices, 7"
    })
    void acceptsWhatWasAskedFor(String part, String value, String positions) throws IOException {
        assertThat(verify(TestSlice.of(true, Map.of(part, value), KEY, longs(positions)))
                        .exitCode())
                .isZero();
    }

    private static long[] longs(String positions) {
        return Stream.of(positions.split(" ")).mapToLong(Long::parseLong).toArray();
    }

    /** A slice that selects nothing shows its gaps by itself, and one of a person alone those between their events. */
    @ParameterizedTest
    @CsvSource({
        "'', 0 1 3, 'line 4: the event at position 2 is missing'",
        "'', 2 3, 'line 2: the events at positions 0 to 1 are missing'",
        "'', 0 1 2, 'the events at positions 3 to 39 are missing'",
        "after=30, 32 33, 'line 2: the event at position 31 is missing'",
        "upTo=4, 0 1 2 3, 'the event at position 4 is missing'",
        "from=2016-11-02T09:00:05Z, 5 8, 'line 3: the events at positions 6 to 7 are missing'",
        "from=2016-11-02T09:00:05Z, 5 6, 'the events at positions 7 to 39 are missing'",
        "upTo=4, '', 'the events at positions 0 to 4 are missing'",
        "subjectId=subject-0, 0 14, 'line 3: before position 14, 1 of the subject''s events are missing'",
        "subjectId=subject-0, 14 21, 'line 2: before position 14, 2 of the subject''s events are missing'",
        "subjectId=subject-0;after=7, 14 35, 'line 3: before position 35, 2 of the subject''s events are missing'",
    })
    void aGapIsFoundThoughTheLedgerSignedIt(String filter, String positions, String finding) throws IOException {
        var asked = Stream.of(filter.split(";"))
                .filter(part -> !part.isEmpty())
                .map(part -> part.split("="))
                .collect(Collectors.toMap(part -> part[0], part -> part[1]));
        var run = verify(TestSlice.of(false, asked, KEY, positions.isEmpty() ? new long[0] : longs(positions)));

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("slice: not verified: " + finding);
    }

    @Test
    void whatCanBeShownIsNotCalledTheLedgersWord() throws IOException {
        var all = verify(TestSlice.of(false, Map.of("after", "36"), KEY, 37, 38, 39));
        assertThat(all.exitCode()).isZero();
        assertThat(all.out()).hasSize(2).noneMatch(line -> line.startsWith("note:"));

        var ofSubject = verify(TestSlice.of(false, Map.of("subjectId", "subject-0"), KEY, 0, 7));
        assertThat(ofSubject.exitCode()).isZero();
        assertThat(ofSubject.out().getLast())
                .startsWith(
                        "note: that a slice by subject or time begins and ends where it should is the ledger's word");
    }

    /** Also where the second file does not say at which position it had to begin. */
    @ParameterizedTest
    @CsvSource({"7 8, 0", "8, 1"})
    void aGapBetweenTwoFilesIsFoundToo(String rest, int exitCode) throws IOException {
        var from = Map.of("from", "2016-11-02T09:00:05Z", "upTo", "8");
        var whole = TestSlice.of(false, from, KEY, 5, 6);
        var brokenOff = whole.without(whole.records().size() - 1);
        var goesOn = TestSlice.of(
                false, Map.of("from", "2016-11-02T09:00:05Z", "upTo", "8", "after", "6"), KEY, longs(rest));

        assertThat(verify(brokenOff, goesOn).exitCode()).isEqualTo(exitCode);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void thatBrokeOffGoesOnInAnother(boolean isTable) throws IOException {
        var whole = honest(isTable);
        var cut = whole.records().subList(0, whole.firstEvent() + 2);
        var half = cut.getLast().substring(0, 40);
        var first = new TestSlice(isTable, new ArrayList<>(cut));
        var torn = first.with(cut.size() - 1, half);
        var alone = verify(torn);
        assertThat(alone.exitCode()).isEqualTo(1);
        assertThat(alone.out())
                .contains(
                        "slice: not verified: it broke off after position 3: export what follows with after=3, and give"
                                + " both files in this order");

        var rest = TestSlice.of(isTable, Map.of("after", "3", "type", "ConsentGiven"), KEY, 7, 11, 39);
        var both = verify(torn, rest);
        assertThat(both.out()).contains("slice goes on where slice broke off");
        assertThat(both.exitCode()).isZero();

        assertThat(verify(rest, torn).exitCode()).isEqualTo(1);
        assertThat(verify(first, rest).exitCode()).isEqualTo(1);
        assertThat(verify(torn, TestSlice.of(isTable, Map.of("after", "3"), KEY, 7))
                        .exitCode())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "'', slice is no slice: it has no head",
        "'a,b\n', slice is no slice: it is neither lines of JSON nor a table with the columns of one",
        "'{}\n', line 1 of slice cannot be used: it is not the head of a slice",
    })
    void whatIsNoSliceIsNoFinding(String text, String sentence) throws IOException {
        var run = verify(new TestSlice(false, List.of(text)));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).singleElement().asString().startsWith("verifier: ");
        assertThat(run.err().getFirst()).contains(text.isEmpty() ? "is no slice" : sentence);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void nothingMayFollow(boolean isTable) throws IOException {
        var slice = honest(isTable);
        var more = new ArrayList<>(slice.records());
        more.add(slice.records().getLast());
        assertThat(verify(new TestSlice(isTable, more)).exitCode()).isEqualTo(2);
        more.set(more.size() - 1, "x");
        assertThat(verify(new TestSlice(isTable, more)).exitCode()).isEqualTo(2);
    }
}
