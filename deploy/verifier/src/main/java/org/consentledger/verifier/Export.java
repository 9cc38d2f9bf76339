package org.consentledger.verifier;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import org.consentledger.log.export.ExportHead;
import org.consentledger.log.export.ExportLine;
import org.consentledger.log.tree.Hash;
import org.jspecify.annotations.Nullable;

/** Reads an export, one line at a time. Strictly: what two readers could take for two things is an error. */
final class Export implements AutoCloseable {

    private final InputFile file;
    private final InputStream in;
    private final Lines lines;
    private final ExportHead head;

    private Export(InputFile file, InputStream in) {
        this.file = file;
        this.in = in;
        this.lines = new Lines(in);
        this.head = readHead();
    }

    /** @throws UnusableInputException if it is no export, or one that does not begin with the ledger's first event */
    static Export open(InputFile file) {
        return new Export(file, file.open());
    }

    private ExportHead readHead() {
        var first = nextLine();
        if (first == null) {
            throw new UnusableInputException(file + " is empty: it is no export");
        }
        var read = parse(first, ExportHead.class, "the head of an export");
        if (!read.format().equals(ExportHead.FORMAT)) {
            throw broken("its format is not " + ExportHead.FORMAT);
        }
        if (read.from() != 0) {
            throw new UnusableInputException("this export begins at position " + read.from()
                    + ": a ledger can only be verified from its beginning, so export it from position 0");
        }
        if (read.treeSize() < 0) {
            throw broken("its treeSize is below 0");
        }
        return read;
    }

    ExportHead head() {
        return head;
    }

    /**
     * The next event; null after the last.
     *
     * @throws UnusableInputException if the line is not one; says which line
     */
    @Nullable ExportedEvent next() {
        var text = nextLine();
        if (text == null) {
            return null;
        }
        var line = parse(text, ExportLine.class, "an event of an export");
        var fault = EventForm.fault(line.entry());
        if (fault != null) {
            throw broken(fault);
        }
        try {
            return new ExportedEvent(line.entry(), Hash.ofBase64(line.leaf()));
        } catch (IllegalArgumentException e) {
            throw broken("its leaf is not a hash in base64", e);
        }
    }

    private @Nullable String nextLine() {
        try {
            return lines.next();
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

    private UnusableInputException broken(String why) {
        return new UnusableInputException("line " + lines.number() + " of " + file + " cannot be used: " + why);
    }

    private UnusableInputException broken(String why, Exception cause) {
        return new UnusableInputException("line " + lines.number() + " of " + file + " cannot be used: " + why, cause);
    }

    /** Bytes read so far. */
    long bytes() {
        return lines.bytes();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
