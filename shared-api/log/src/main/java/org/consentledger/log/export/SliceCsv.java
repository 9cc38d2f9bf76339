package org.consentledger.log.export;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.consentledger.log.entry.Entry;

/**
 * A slice as a table (RFC 4180). The first record has the columns' names. The next one and the last have only the last column,
 * with the slice's head and end as JSON; those between have an event each, and not that column.
 *
 * <p>Cells are guarded against spreadsheets, reversibly ({@link FormulaGuard}): who takes the guard away has what the log has.
 */
public final class SliceCsv {

    /** In their order. */
    public static final List<String> COLUMNS = List.of(
            "position",
            "eventId",
            "streamType",
            "streamId",
            "streamSequence",
            "recordedAt",
            "eventType",
            "revision",
            "commandId",
            "eventIndex",
            "requestSha256",
            "recipient",
            "payload",
            "metadata",
            "proof",
            "slice");

    private static final int PROOF = COLUMNS.indexOf("proof");
    private static final String END_OF_RECORD = "\r\n";

    private SliceCsv() {}

    /** The first record. */
    public static String names() {
        return record(COLUMNS.stream());
    }

    /**
     * The record of a slice's head or end.
     *
     * @param json {@link SliceHead} or {@link SliceEnd}
     */
    public static String about(String json) {
        return record(Stream.concat(Stream.generate(() -> "").limit(COLUMNS.size() - 1), Stream.of(json)));
    }

    /** The record of an event. */
    public static String event(SliceLine line) {
        return record(cells(line).stream());
    }

    private static List<String> cells(SliceLine line) {
        var entry = line.entry();
        return List.of(
                Long.toString(entry.position()),
                entry.eventId(),
                entry.streamType(),
                entry.streamId(),
                Long.toString(entry.streamSequence()),
                Entry.time(entry.recordedAt()),
                entry.eventType(),
                entry.revision(),
                entry.commandId().toString(),
                Integer.toString(entry.eventIndex()),
                entry.requestSha256(),
                entry.recipient(),
                entry.payload(),
                entry.metadata(),
                String.join(" ", line.proof()),
                "");
    }

    /**
     * Reads the record of an event. Leniently: only what {@link #event} makes of it again is what was read.
     *
     * @param cells as a reader of RFC 4180 gives them
     * @throws IllegalArgumentException if it is none
     */
    public static SliceLine line(List<String> cells) {
        if (cells.size() != COLUMNS.size()) {
            throw new IllegalArgumentException("it does not have " + COLUMNS.size() + " columns");
        }
        var plain = cells.stream().map(FormulaGuard::unguarded).toList();
        var proof = plain.get(PROOF);
        try {
            return new SliceLine(entry(plain), proof.isEmpty() ? List.of() : List.of(proof.split(" ")));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("its recordedAt is no time", e);
        }
    }

    private static Entry entry(List<String> cells) {
        return new Entry(
                Long.parseLong(cells.getFirst()),
                cells.get(1),
                cells.get(2),
                cells.get(3),
                Long.parseLong(cells.get(4)),
                Instant.parse(cells.get(5)),
                cells.get(6),
                cells.get(7),
                UUID.fromString(cells.get(8)),
                Integer.parseInt(cells.get(9)),
                cells.get(10),
                cells.get(11),
                cells.get(12),
                cells.get(13));
    }

    private static String record(Stream<String> cells) {
        return cells.map(FormulaGuard::guarded)
                .map(SliceCsv::quoted)
                .collect(Collectors.joining(",", "", END_OF_RECORD));
    }

    private static String quoted(String cell) {
        return cell.chars().anyMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n')
                ? '"' + cell.replace("\"", "\"\"") + '"'
                : cell;
    }
}
