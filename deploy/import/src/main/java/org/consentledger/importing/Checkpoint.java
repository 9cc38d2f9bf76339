package org.consentledger.importing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * How many rows are done, in a file beside the input, so that an import that broke off goes on where it was. It spares time alone: without
 * it every row is sent again, and none is recorded twice.
 */
record Checkpoint(Path file, String name) {

    /** Rows done; 0 if nothing is noted of an import of this name. */
    long rows() {
        try {
            if (!Files.exists(file)) {
                return 0;
            }
            var lines = Files.readAllLines(file, StandardCharsets.UTF_8);
            return lines.size() == 2 && lines.getFirst().equals(name) ? Long.parseLong(lines.get(1)) : 0;
        } catch (IOException | NumberFormatException e) {
            throw new UnusableInputException(file + " cannot be read; remove it, and every row is sent again");
        }
    }

    void note(long rows) {
        try {
            var next = file.resolveSibling(file.getFileName() + ".next");
            Files.write(next, List.of(name, Long.toString(rows)), StandardCharsets.UTF_8);
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
