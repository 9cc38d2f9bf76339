package org.consentledger.importing;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rows that did not become commands, each with why, beside the input. Made with the first such row. */
final class Rejects implements AutoCloseable {

    private static final List<String> WHY = List.of("import_row", "import_status", "import_code", "import_problem");

    private final Path file;
    private final List<String> columns;
    private final boolean goesOn;
    private @Nullable CsvWriter writer;

    /** @param goesOn whether those of an earlier run stay */
    Rejects(Path file, List<String> columns, boolean goesOn) {
        this.file = file;
        this.columns = List.copyOf(columns);
        this.goesOn = goesOn && Files.exists(file);
        if (!this.goesOn) {
            delete();
        }
    }

    private void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UnusableInputException(file + " cannot be replaced");
        }
    }

    void add(NamedCsvRecord row, long number, String status, String code, String problem) {
        open().writeRecord(
                        Stream.concat(Stream.of(Long.toString(number), status, code, problem), row.getFields().stream())
                                .toList());
    }

    private CsvWriter open() {
        if (writer == null) {
            try {
                writer = CsvWriter.builder()
                        .build(
                                file,
                                StandardOpenOption.CREATE,
                                goesOn ? StandardOpenOption.APPEND : StandardOpenOption.TRUNCATE_EXISTING);
            } catch (IOException e) {
                throw new UnusableInputException(file + " cannot be written");
            }
            if (!goesOn) {
                writer.writeRecord(Stream.concat(WHY.stream(), columns.stream()).toList());
            }
        }
        return writer;
    }

    /** Before it is noted how far the import is. */
    void flush() {
        try {
            if (writer != null) {
                writer.flush();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        if (writer != null) {
            writer.close();
        }
    }
}
