package org.consentledger.query.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * Keeps the newest checkpoint where no administrator of the database gets at it: a ledger that was set back to an older
 * state is found out by it.
 */
record CheckpointFile(Path path) {

    Optional<String> read() throws IOException {
        return Files.exists(path) ? Optional.of(Files.readString(path)) : Optional.empty();
    }

    /** Whole, or not at all. */
    void keep(String note) {
        try {
            var unfinished = path.resolveSibling(path.getFileName() + ".unfinished");
            Files.writeString(unfinished, note);
            Files.move(unfinished, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
