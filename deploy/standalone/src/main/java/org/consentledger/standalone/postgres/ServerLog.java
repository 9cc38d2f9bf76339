package org.consentledger.standalone.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The server's own log, to which every run appends. */
final class ServerLog {

    private static final List<String> COMPLAINTS = List.of("PANIC:", "FATAL:", "ERROR:");

    private final Path file;
    private volatile long earlierBytes;

    ServerLog(Path file) {
        this.file = file;
    }

    /** From here on, only what is said from now on counts. */
    void forgetEarlierRuns() {
        earlierBytes = file.toFile().length();
    }

    /** The last line that tells of something bad, without its time; or the last line; none if it said nothing. */
    Optional<String> lastComplaint() {
        var lines = linesOfThisRun();
        return lines.reversed().stream()
                .filter(line -> COMPLAINTS.stream().anyMatch(line::contains))
                .findFirst()
                .map(line -> line.replaceFirst("^.*?(PANIC|FATAL|ERROR):\\s*", ""))
                .or(() -> lines.reversed().stream().findFirst());
    }

    private List<String> linesOfThisRun() {
        try (var in = Files.newInputStream(file)) {
            in.skipNBytes(earlierBytes);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
