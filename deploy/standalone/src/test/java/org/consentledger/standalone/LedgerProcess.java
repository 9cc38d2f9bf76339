package org.consentledger.standalone;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The program as a user runs it: a process of its own, of which one sees the output and the exit status. */
final class LedgerProcess implements AutoCloseable {

    private static final long END_WITHIN_SECONDS = 60;

    /** As it ends before anything else would have paid. */
    private static final List<String> FOR_MOMENTS = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private final Process process;
    private final BufferedReader reader;
    private final List<String> output = new ArrayList<>();

    private LedgerProcess(Process process) {
        this.process = process;
        this.reader = process.inputReader();
    }

    static LedgerProcess start(Map<String, String> environment, String... arguments) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(FOR_MOMENTS);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Standalone.class.getName()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().remove("LEDGER_REFERENCE");
        builder.environment().putAll(environment);
        return new LedgerProcess(builder.start());
    }

    /** Reads until a line begins so. */
    LedgerProcess await(String beginning) throws IOException {
        for (var line = reader.readLine(); line != null; line = reader.readLine()) {
            output.add(line);
            if (line.strip().startsWith(beginning)) {
                return this;
            }
        }
        throw new AssertionError("no line began with " + beginning + " before the end of\n" + text());
    }

    /** As Ctrl-C does; through the handle, because the process object would close the output too. */
    void interrupt() {
        process.toHandle().destroy();
    }

    void kill() {
        process.toHandle().destroyForcibly();
    }

    int exitStatus() throws IOException, InterruptedException {
        for (var line = reader.readLine(); line != null; line = reader.readLine()) {
            output.add(line);
        }
        if (!process.waitFor(END_WITHIN_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("it does not end:\n" + text());
        }
        return process.exitValue();
    }

    List<String> output() {
        return List.copyOf(output);
    }

    String text() {
        return String.join("\n", output);
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit()
                .completeOnTimeout(process, END_WITHIN_SECONDS, TimeUnit.SECONDS)
                .thenAccept(Process::destroyForcibly)
                .join();
    }
}
