package org.consentledger.bench.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A child process, whose output goes to a file. */
final class JavaProcess implements AutoCloseable {

    private static final long STOP_WITHIN_SECONDS = 30;
    private static final String RESIDENT = "VmRSS:";
    private static final int KIB_PER_MIB = 1024;

    private final Process process;
    private final Path log;

    private JavaProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** @param environment replaces what this process has of the same names; nothing else of the ledger's is handed on */
    static JavaProcess start(List<String> command, Map<String, String> environment, Path log) throws IOException {
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment()
                .keySet()
                .removeIf(name -> name.startsWith("LEDGER_")
                        || name.startsWith("SPRING_")
                        || name.endsWith("_PORT")
                        || name.equals("JAVA_TOOL_OPTIONS"));
        // else the C library keeps a heap for each of many threads, tens of MiB that nobody uses
        builder.environment().put("MALLOC_ARENA_MAX", "2");
        builder.environment().putAll(environment);
        return new JavaProcess(builder.start(), log);
    }

    /** @throws IllegalStateException if it has ended */
    void requireRunning() {
        if (!process.isAlive()) {
            throw new IllegalStateException("a process ended with " + process.exitValue() + ", see " + log);
        }
    }

    /** Waits for its end. */
    void awaitSuccess() throws InterruptedException {
        if (process.waitFor() != 0) {
            throw new IllegalStateException("a process failed, see " + log);
        }
    }

    boolean isRunning() {
        return process.isAlive();
    }

    /** Resident memory at this moment; not a number where the system does not tell. */
    double residentMib() {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
            return lines.filter(line -> line.startsWith(RESIDENT))
                    .mapToDouble(line -> Double.parseDouble(line.substring(RESIDENT.length())
                                    .replace("kB", "")
                                    .strip())
                            / KIB_PER_MIB)
                    .findFirst()
                    .orElse(Double.NaN);
        } catch (IOException e) {
            return Double.NaN;
        }
    }

    /** Ends it, in an orderly way if it lets itself be ended so. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (process.waitFor(STOP_WITHIN_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
    }
}
