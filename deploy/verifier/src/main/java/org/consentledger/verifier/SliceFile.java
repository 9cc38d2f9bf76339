package org.consentledger.verifier;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Objects;
import org.consentledger.log.export.SliceCsv;
import org.consentledger.log.export.SliceEnd;
import org.consentledger.log.export.SliceHead;
import org.consentledger.log.export.SliceLine;
import org.jspecify.annotations.Nullable;

/** Reads a slice, one event at a time, in either form. Strictly: what two readers could take for two things is an error. */
final class SliceFile implements AutoCloseable {

    /** No event's line begins so. */
    private static final String END = "{\"slice\":";

    private final InputFile file;
    private final InputStream in;
    private final RawRecords records;
    private final SliceHead head;
    private @Nullable SliceEnd end;

    private SliceFile(InputFile file, InputStream in) throws IOException {
        this.file = file;
        this.in = in;
        this.records = new RawRecords(in, sha256Digest());
        this.head = readHead();
    }

    private static MessageDigest sha256Digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** @throws UnusableInputException if it is no slice */
    static SliceFile open(InputFile file) throws IOException {
        return new SliceFile(file, file.open());
    }

    private SliceHead readHead() {
        if (records.isTable() && !SliceCsv.names().equals(nextRecord())) {
            throw new UnusableInputException(
                    file + " is no slice: it is neither lines of JSON nor a table with the columns of one");
        }
        var record = nextRecord();
        var json = record == null ? null : about(record);
        if (json == null) {
            throw new UnusableInputException(file + " is no slice: it has no head");
        }
        var read = parse(json, SliceHead.class, "the head of a slice");
        if (!read.format().equals(SliceHead.FORMAT)) {
            throw broken("its format is not " + SliceHead.FORMAT, null);
        }
        return read;
    }

    SliceHead head() {
        return head;
    }

    /**
     * The next event; null after the last.
     *
     * @throws UnusableInputException if the line is not one; says which line
     */
    @Nullable SliceLine next() {
        var record = nextRecord();
        if (record == null) {
            return null;
        }
        var json = about(record);
        if (json != null && (records.isTable() || json.startsWith(END))) {
            end = parse(json, SliceEnd.class, "the end of a slice");
            return null;
        }
        var line = records.isTable() ? tableLine(record) : parse(record, SliceLine.class, "an event of a slice");
        var fault = EventForm.fault(line.entry());
        if (fault != null) {
            throw broken(fault, null);
        }
        return line;
    }

    private SliceLine tableLine(String record) {
        try {
            var line = SliceCsv.line(CsvRecord.cells(record));
            if (!SliceCsv.event(line).equals(record)) {
                throw broken("a cell is not written as the ledger writes it", null);
            }
            return line;
        } catch (IllegalArgumentException e) {
            throw broken("it is not an event of a slice", e);
        }
    }

    /** The JSON of a record that is about the slice; null if it is an event. */
    private @Nullable String about(String record) {
        if (!records.isTable()) {
            return record;
        }
        try {
            var json = CsvRecord.cells(record).getLast();
            return SliceCsv.about(json).equals(record) ? json : null;
        } catch (IllegalArgumentException e) {
            throw broken("it is no record of CSV", e);
        }
    }

    /** The end, after the last event; null if there is none. */
    @Nullable SliceEnd end() {
        return end;
    }

    /**
     * Of all before the end; to be asked once, after the last event.
     *
     * @throws UnusableInputException if something follows the end
     */
    String sha256() {
        var sha256 = records.sha256();
        try {
            if (records.next() != null || records.isTorn()) {
                throw broken("something follows the end of the slice", null);
            }
        } catch (IOException e) {
            throw file.unreadable(e);
        }
        return sha256;
    }

    private @Nullable String nextRecord() {
        try {
            return records.next();
        } catch (CharacterCodingException e) {
            throw broken("it is not text in UTF-8", e);
        } catch (Lines.LineTooLongException e) {
            throw broken("it has more than 8 MiB", e);
        } catch (IOException e) {
            throw file.unreadable(e);
        }
    }

    private <T> T parse(String text, Class<T> type, String what) {
        try {
            return StrictJson.read(text, type, what);
        } catch (StrictJson.UnreadableException e) {
            throw broken(e.getMessage(), e);
        }
    }

    private UnusableInputException broken(String why, @Nullable Exception cause) {
        var sentence = place() + " of " + file + " cannot be used: " + why;
        return cause == null
                ? new UnusableInputException(sentence)
                : new UnusableInputException(sentence, Objects.requireNonNull(cause));
    }

    /** Of what was read last, for people. */
    String place() {
        return (records.isTable() ? "record " : "line ") + records.number();
    }

    /** Bytes read so far. */
    long bytes() {
        return records.bytes();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
