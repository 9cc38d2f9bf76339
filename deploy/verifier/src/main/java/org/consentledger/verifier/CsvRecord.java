package org.consentledger.verifier;

import java.util.ArrayList;
import java.util.List;

/** Takes a record of a table apart (RFC 4180). Strictly: nothing may stand beside a quoted cell, nor a quote in another. */
final class CsvRecord {

    private static final String END = "\r\n";

    private final String text;
    private int at;

    private CsvRecord(String text) {
        this.text = text;
    }

    /**
     * The cells.
     *
     * @param record with the line break that ends it
     * @throws IllegalArgumentException if it is no record
     */
    static List<String> cells(String record) {
        if (!record.endsWith(END)) {
            throw new IllegalArgumentException("it does not end as a record of CSV");
        }
        return new CsvRecord(record.substring(0, record.length() - END.length())).cells();
    }

    private List<String> cells() {
        var cells = new ArrayList<String>();
        cells.add(cell());
        while (at < text.length()) {
            if (text.charAt(at) != ',') {
                throw new IllegalArgumentException("something stands behind a quoted cell");
            }
            at++;
            cells.add(cell());
        }
        return cells;
    }

    private String cell() {
        return at < text.length() && text.charAt(at) == '"' ? quoted() : plain();
    }

    private String plain() {
        var comma = text.indexOf(',', at);
        var end = comma < 0 ? text.length() : comma;
        var cell = text.substring(at, end);
        if (cell.chars().anyMatch(c -> c == '"' || c == '\r' || c == '\n')) {
            throw new IllegalArgumentException("a cell is not quoted that has to be");
        }
        at = end;
        return cell;
    }

    private String quoted() {
        var cell = new StringBuilder();
        for (var from = at + 1; ; ) {
            var quote = text.indexOf('"', from);
            if (quote < 0) {
                throw new IllegalArgumentException("a quoted cell does not end");
            }
            cell.append(text, from, quote);
            if (quote + 1 < text.length() && text.charAt(quote + 1) == '"') {
                cell.append('"');
                from = quote + 2;
            } else {
                at = quote + 1;
                return cell.toString();
            }
        }
    }
}
