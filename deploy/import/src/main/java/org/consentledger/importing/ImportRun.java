package org.consentledger.importing;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the table once, in constant memory, and has each row recorded, in order. */
final class ImportRun {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final Table table;
    private final @Nullable LedgerStream ledger;
    private final Duration patience;
    private final long rejectsMax;
    private final Checkpoint checkpoint;
    private Totals totals = Totals.NONE;
    private long read;

    /**
     * With all it needs.
     *
     * @param ledger null for a dry run
     * @param patience how long it waits for a ledger that takes nothing
     * @param rejectsMax after more rejected rows it stops, and the next run begins at the first row: the mapping is wrong,
     *     rather than they
     */
    ImportRun(Table table, @Nullable LedgerStream ledger, Duration patience, long rejectsMax, Checkpoint checkpoint) {
        this.table = table;
        this.ledger = ledger;
        this.patience = patience;
        this.rejectsMax = rejectsMax;
        this.checkpoint = checkpoint;
    }

    /**
     * The input.
     *
     * @param rows makes lines, once the columns are known
     */
    record Table(Path file, Charset charset, char separator, Function<List<String>, Rows> rows) {}

    /** How it ended. */
    enum End {
        COMPLETE,
        TOO_MANY_REJECTED,
        GAVE_UP
    }

    /** Of this run and of those that it goes on behind. */
    Totals totals() {
        return totals;
    }

    /** From the row behind the noted one on. */
    End run(Path rejectsFile, Function<Long, ProgressBar> bars) throws IOException, InterruptedException {
        totals = ledger == null ? Totals.NONE : checkpoint.totals();
        var done = totals.rows();
        var input = new CountedInput(Files.newInputStream(table.file()));
        try (var csv = CsvReader.builder()
                .fieldSeparator(table.separator())
                .detectBomHeader(true)
                .ofNamedCsvRecord(input, table.charset())) {
            var bar = bars.apply(Files.size(table.file()));
            return run(csv.iterator(), done, rejectsFile, bar, input);
        } catch (CsvParseException e) {
            throw new UnusableInputException(
                    "the table cannot be read behind row " + read + ": it is not CSV (RFC 4180)");
        }
    }

    private End run(Iterator<NamedCsvRecord> csv, long done, Path rejectsFile, ProgressBar bar, CountedInput input)
            throws IOException, InterruptedException {
        if (!csv.hasNext()) {
            requireAll(done, 0);
            return End.COMPLETE;
        }
        var row = csv.next();
        var columns = row.getHeader();
        var rows = table.rows().apply(columns);
        try (var rejects = new Rejects(rejectsFile, columns, done > 0)) {
            var batch = new Batch(done + 1);
            for (read = 1; ; read++) {
                if (read > done) {
                    batch.add(row, rows);
                }
                var isLast = !csv.hasNext();
                if (batch.size() == LedgerStream.LINES_MAX || isLast) {
                    var end = finish(batch, rejects, bar, input);
                    if (end != End.COMPLETE) {
                        return end;
                    }
                    batch = new Batch(read + 1);
                }
                if (isLast) {
                    requireAll(done, read);
                    bar.end(read, input.bytes());
                    if (ledger != null) {
                        checkpoint.remove();
                    }
                    return End.COMPLETE;
                }
                row = csv.next();
            }
        }
    }

    private static void requireAll(long done, long rows) {
        if (rows < done) {
            throw new UnusableInputException("the table has " + rows + " rows, and an earlier run of this name did "
                    + done + "; if it is another table, give --from-start");
        }
    }

    private End finish(Batch batch, Rejects rejects, ProgressBar bar, CountedInput input)
            throws IOException, InterruptedException {
        var next = batch.firstRow();
        var pause = FIRST_PAUSE;
        var lastProgress = System.nanoTime();
        while (next <= batch.lastRow()) {
            var first = batch.firstLine(next);
            var sent = ledger == null || first > batch.lastRow()
                    ? new LedgerStream.Sent(List.of(), null)
                    : ledger.send(batch.lines(first), first);
            var upTo = sent.interruption() == null
                    ? batch.lastRow()
                    : sent.answers().isEmpty()
                            ? first - 1
                            : sent.answers().getLast().row();
            note(batch, next, upTo, sent.answers(), rejects);
            if (upTo >= next) {
                next = upTo + 1;
                pause = FIRST_PAUSE;
                lastProgress = System.nanoTime();
                bar.at(upTo, input.bytes());
            }
            if (totals.rejected() > rejectsMax) {
                if (ledger != null) {
                    // a mended mapping is for the rejected rows above all
                    checkpoint.remove();
                }
                return End.TOO_MANY_REJECTED;
            }
            if (sent.interruption() != null) {
                if (System.nanoTime() - lastProgress > patience.toNanos()) {
                    bar.say(sent.interruption());
                    return End.GAVE_UP;
                }
                bar.say(sent.interruption() + "; again in " + pause.toSeconds() + " s");
                Thread.sleep(pause);
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            }
        }
        return End.COMPLETE;
    }

    /** Rejected rows are written before it is noted that they are done: a crash in between writes some of them twice, and loses none. */
    private void note(Batch batch, long from, long upTo, List<Answer> answers, Rejects rejects) {
        var said = answers.iterator();
        for (var row = from; row <= upTo; row++) {
            var entry = batch.entry(row);
            if (entry.wrong() != null) {
                totals = totals.reject();
                rejects.add(
                        entry.row(),
                        row,
                        "",
                        "ROW_NOT_MAPPED",
                        String.valueOf(entry.wrong().getMessage()));
            } else if (ledger == null) {
                totals = totals.accepted(false);
            } else {
                note(entry, row, said.next(), rejects);
            }
        }
        rejects.flush();
        if (ledger != null && upTo >= from) {
            checkpoint.note(totals);
        }
    }

    private void note(Batch.Entry entry, long row, Answer answer, Rejects rejects) {
        if (answer.row() != row) {
            throw new UnusableInputException(
                    "the ledger answered row " + answer.row() + " where row " + row + " was due");
        }
        if (answer.accepted()) {
            totals = totals.accepted(answer.replayed());
        } else {
            totals = totals.reject();
            rejects.add(entry.row(), row, Integer.toString(answer.status()), answer.code(), answer.why());
        }
    }
}
