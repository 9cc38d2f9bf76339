package org.consentledger.standalone.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;

/**
 * The server process that a data folder names in {@code postmaster.pid}. After a crash the file may be stale, and the
 * number in it may meanwhile belong to another program.
 */
final class Postmaster {

    /** Above every number that a process can have. */
    private static final String NO_PROCESS = Integer.toString(Integer.MAX_VALUE);

    private final Path data;

    Postmaster(Path data) {
        this.data = data;
    }

    /** The process the file names, if there is a file and such a process runs. */
    Optional<ProcessHandle> process() {
        return named().filter(Postmaster::isRunning);
    }

    private Optional<ProcessHandle> named() {
        try {
            return Files.readAllLines(file()).stream()
                    .findFirst()
                    .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Whether a process runs. One that has ended and still waits for its parent to notice does not. */
    static boolean isRunning(ProcessHandle process) {
        if (!process.isAlive()) {
            return false;
        }
        try {
            var stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
            return !stat.substring(stat.lastIndexOf(')')).startsWith(") Z");
        } catch (IOException e) {
            return process.isAlive();
        }
    }

    /**
     * Whether that process really serves this folder. A server's working directory is its data folder.
     *
     * @throws PostgresException if that cannot be found out: two servers on one folder would destroy it
     */
    boolean serves(ProcessHandle process) {
        try {
            return Files.isSameFile(Path.of("/proc", Long.toString(process.pid()), "cwd"), data);
        } catch (IOException e) {
            if (process.info()
                    .commandLine()
                    .filter(line -> line.contains(data.toString()))
                    .isPresent()) {
                return true;
            }
            if (!isRunning(process)) {
                return false;
            }
            throw new PostgresException(
                    file() + " names process " + process.pid() + ", of which nothing more can be learned: stop it if it"
                            + " is a PostgreSQL, delete the file if not",
                    e);
        }
    }

    /**
     * Makes a stale file look stale, when the number in it has come to another program or to one that has ended but is
     * still listed: PostgreSQL would take either for its server. The rest of the file stays, for by that PostgreSQL makes
     * sure that no other process of the old server is left.
     */
    void disown() {
        if (named().isEmpty()) {
            return;
        }
        try {
            var lines = new ArrayList<>(Files.readAllLines(file()));
            lines.set(0, NO_PROCESS);
            Files.write(file(), lines);
        } catch (IOException e) {
            throw new PostgresException(file() + " is left over and cannot be changed: " + e, e);
        }
    }

    private Path file() {
        return data.resolve("postmaster.pid");
    }
}
