package org.consentledger.bench.report;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the figures were measured on: they mean nothing on another one. */
public final class Machine {

    private static final double BYTES_PER_MIB = 1 << 20;

    private Machine() {}

    public static void describe(Figures figures) {
        figures.put("machine.processor", processor());
        figures.put("machine.cores", Runtime.getRuntime().availableProcessors());
        if (ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system) {
            figures.put("machine.memoryMiB", system.getTotalMemorySize() / BYTES_PER_MIB);
        }
        figures.put("machine.system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        figures.put("machine.java", Runtime.version().toString());
        figures.put("commit", commit());
    }

    private static String processor() {
        try (var lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name"))
                    .findFirst()
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .orElse(System.getProperty("os.arch"));
        } catch (IOException e) {
            return System.getProperty("os.arch");
        }
    }

    /** Of the source tree; a plus for changes that are in none. */
    private static String commit() {
        try {
            var git = new ProcessBuilder("git", "describe", "--always", "--dirty=+")
                    .redirectErrorStream(true)
                    .start();
            var said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return git.waitFor() == 0 ? said : "unknown";
        } catch (IOException e) {
            return "unknown";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "unknown";
        }
    }
}
