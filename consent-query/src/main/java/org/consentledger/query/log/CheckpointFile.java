package org.consentledger.query.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.Optional;

/**
 * Keeps the newest checkpoint where no administrator of the database gets at it: a ledger that was set back to an older
 * state, or rewritten, is found out by it. Each node needs a file of its own, on a disk that stays.
 */
record CheckpointFile(Path path) {

    /**
     * What was kept; empty if nothing was yet.
     *
     * @throws IOException if it cannot be read, or could not be written
     */
    Optional<String> read() throws IOException {
        Files.delete(unfinished(""));
        return Files.exists(path) ? Optional.of(Files.readString(path)) : Optional.empty();
    }

    /** Whole, or not at all, and for good. */
    void keep(String note) {
        try {
            Files.move(unfinished(note), path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            try (var folder = FileChannel.open(folder())) {
                folder.force(true);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path unfinished(String note) throws IOException {
        var unfinished = Files.createTempFile(folder(), path.getFileName() + ".", ".unfinished");
        try (var out = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
            out.write(StandardCharsets.UTF_8.encode(note));
            out.force(true);
        }
        return unfinished;
    }

    private Path folder() {
        return Objects.requireNonNull(path.toAbsolutePath().getParent());
    }
}
