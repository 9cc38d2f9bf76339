package org.consentledger.chaos.ground;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A service as a process of its own, whose output goes to a file. */
final class JavaProcess {

    private static final long STOP_WITHIN_SECONDS = 30;

    private final Process process;

    private JavaProcess(Process process) {
        this.process = process;
    }

    /** @param environment besides what this process has, of which nothing that is the ledger's is handed on */
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
        builder.environment().putAll(environment);
        return new JavaProcess(builder.start());
    }

    long pid() {
        return process.pid();
    }

    boolean isRunning() {
        return process.isAlive();
    }

    /** SIGKILL, where the system has it; returns when the process is gone. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** SIGTERM; does not wait. */
    void tellToStop() {
        process.destroy();
    }

    /** Its exit code, once it is gone. */
    CompletableFuture<Integer> ended() {
        return process.onExit().thenApply(Process::exitValue);
    }

    /** In an orderly way, if it lets itself be ended so. */
    void end() {
        process.destroy();
        try {
            if (process.waitFor(STOP_WITHIN_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        kill();
    }
}
