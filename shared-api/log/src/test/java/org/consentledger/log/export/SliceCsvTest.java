package org.consentledger.log.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.consentledger.log.entry.Entry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SliceCsvTest {

    private static final UUID COMMAND = new UUID(7, 7);

    private static SliceLine line(String recipient, String payload, List<String> proof) {
        return new SliceLine(
                new Entry(
                        12,
                        "e-12",
                        "Subject",
                        "s-1",
                        3,
                        Instant.parse("2016-11-02T09:00:00Z"),
                        "ConsentGiven",
                        "2",
                        COMMAND,
                        0,
                        "aa",
                        recipient,
                        payload,
                        "{}"),
                proof);
    }

    @Test
    void hasOneColumnForEachPartOfAnEvent() {
        assertThat(SliceCsv.names())
                .isEqualTo("position,eventId,streamType,streamId,streamSequence,recordedAt,eventType,revision,"
                        + "commandId,eventIndex,requestSha256,recipient,payload,metadata,proof,slice\r\n");
        assertThat(SliceCsv.event(line("printer", "{\"a\":\"b, c\"}", List.of("AAA=", "+BB="))))
                .isEqualTo("12,e-12,Subject,s-1,3,2016-11-02T09:00:00.000000Z,ConsentGiven,2," + COMMAND
                        + ",0,aa,printer,\"{\"\"a\"\":\"\"b, c\"\"}\",{},AAA= +BB=,\r\n");
        assertThat(SliceCsv.about("{\"a\":1,\"b\":2}")).isEqualTo(",".repeat(15) + "\"{\"\"a\"\":1,\"\"b\"\":2}\"\r\n");
    }

    /** What a spreadsheet would run (OWASP: CSV injection), and what is put before it. */
    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "'=1", "\uff1d1", "\uff0b1"})
    void guardsWhatASpreadsheetTakesForAFormula(String cell) {
        var written = SliceCsv.event(line(cell, cell, List.of(cell.strip())));

        assertThat(written).doesNotContain("," + cell, ",\"" + cell).contains("'" + cell);
        assertThat(SliceCsv.line(cells("'" + cell))).isEqualTo(line(cell, cell, List.of("+BB=")));
    }

    private static List<String> cells(String cell) {
        return List.of(
                "12",
                "e-12",
                "Subject",
                "s-1",
                "3",
                "2016-11-02T09:00:00.000000Z",
                "ConsentGiven",
                "2",
                COMMAND.toString(),
                "0",
                "aa",
                cell,
                cell,
                "{}",
                "'+BB=",
                "");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 4, 5, 8, 9})
    void readsNothingElse(int column) {
        var cells = new ArrayList<>(cells("x"));
        cells.set(column, "x");

        assertThatThrownBy(() -> SliceCsv.line(cells)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SliceCsv.line(Collections.nCopies(15, "1")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
