package org.consentledger.importing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * What became of the rows that are done, in a file beside the input, so that an import that broke off goes on where it was, and says in the
 * end what became of all. It spares time alone: without it every row is sent again, and none is recorded twice.
 */
record Checkpoint(Path file, String name) {

    private static final int LINES = 4;

    /** Of the rows done; of none if nothing is noted of an import of this name. */
    Totals totals() {
        try {
            if (!Files.exists(file)) {
                return Totals.NONE;
            }
            var lines = Files.readAllLines(file, StandardCharsets.UTF_8);
            return lines.size() == LINES && lines.getFirst().equals(name)
                    ? new Totals(
                            Long.parseLong(lines.get(1)), Long.parseLong(lines.get(2)), Long.parseLong(lines.get(3)))
                    : Totals.NONE;
        } catch (IOException | NumberFormatException e) {
            throw new UnusableInputException(file + " cannot be read; remove it, and every row is sent again");
        }
    }

    void note(Totals totals) {
        try {
            var next = file.resolveSibling(file.getFileName() + ".next");
            Files.write(
                    next,
                    List.of(
                            name,
                            Long.toString(totals.accepted()),
                            Long.toString(totals.known()),
                            Long.toString(totals.rejected())),
                    StandardCharsets.UTF_8);
            replace(next);
        } catch (IOException e) {
            throw new UnusableInputException(file + " cannot be written");
        }
    }

    private void replace(Path next) throws IOException {
        try {
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    void remove() throws IOException {
        Files.deleteIfExists(file);
    }
}
