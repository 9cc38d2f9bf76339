package org.consentledger.importing;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows that follow each other, and the line of each. A row without a line is an empty one, so that numbers stay those of rows. */
final class Batch {

    private final long firstRow;
    private final List<Entry> entries = new ArrayList<>();

    Batch(long firstRow) {
        this.firstRow = firstRow;
    }

    /**
     * One row.
     *
     * @param line empty if it cannot become a command
     * @param wrong why not; null if it can
     */
    record Entry(NamedCsvRecord row, String line, @Nullable WrongRowException wrong) {}

    void add(NamedCsvRecord row, Rows rows) {
        try {
            entries.add(new Entry(row, rows.line(row, firstRow + entries.size()), null));
        } catch (WrongRowException e) {
            entries.add(new Entry(row, "", e));
        }
    }

    long firstRow() {
        return firstRow;
    }

    long lastRow() {
        return firstRow + entries.size() - 1;
    }

    int size() {
        return entries.size();
    }

    Entry entry(long row) {
        return entries.get(Math.toIntExact(row - firstRow));
    }

    /** Of all rows from one on. */
    List<String> lines(long fromRow) {
        return entries.subList(Math.toIntExact(fromRow - firstRow), entries.size()).stream()
                .map(Entry::line)
                .toList();
    }

    /** The first row from one on that has a line; one behind the last if there is none. */
    long firstLine(long fromRow) {
        var row = fromRow;
        while (row <= lastRow() && entry(row).line().isEmpty()) {
            row++;
        }
        return row;
    }
}
