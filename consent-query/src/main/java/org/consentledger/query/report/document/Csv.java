package org.consentledger.query.report.document;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvSchema;
import tools.jackson.dataformat.csv.CsvWriteFeature;

/**
 * A table as CSV (RFC 4180): UTF-8, one line of headings, lines end with CR LF. A text that a spreadsheet would take for a formula
 * begins with an apostrophe.
 */
public final class Csv {

    private static final CsvMapper MAPPER =
            CsvMapper.builder().enable(CsvWriteFeature.STRICT_CHECK_FOR_QUOTING).build();
    private static final String FORMULA = "=+-@\t\r";

    private Csv() {}

    /**
     * Writes it.
     *
     * @param rows as many cells as there are headings in each; null for an empty one
     */
    public static String of(List<String> headings, List<? extends List<? extends @Nullable Object>> rows) {
        var schema = CsvSchema.builder()
                .addColumns(headings, CsvSchema.ColumnType.STRING)
                .setUseHeader(true)
                .setLineSeparator("\r\n");
        var cells = rows.stream()
                .map(row -> row.stream().map(Csv::cell).toArray(String[]::new))
                .toList();
        return MAPPER.writer(schema.build()).writeValueAsString(cells);
    }

    private static String cell(@Nullable Object value) {
        var text = value == null ? "" : value.toString();
        var isFormula = value instanceof String && !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
        return isFormula ? "'" + text : text;
    }
}
