package org.consentledger.query.report.document;

import java.util.List;
import org.consentledger.log.export.FormulaGuard;
import org.jspecify.annotations.Nullable;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvSchema;
import tools.jackson.dataformat.csv.CsvWriteFeature;

/**
 * A table as CSV (RFC 4180): UTF-8, one line of headings, lines end with CR LF. Texts are guarded against spreadsheets
 * ({@link FormulaGuard}).
 */
public final class Csv {

    private static final CsvMapper MAPPER =
            CsvMapper.builder().enable(CsvWriteFeature.STRICT_CHECK_FOR_QUOTING).build();

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
        return switch (value) {
            case null -> "";
            case String text -> FormulaGuard.guarded(text);
            // a negative number is one, and no formula
            default -> value.toString();
        };
    }
}
