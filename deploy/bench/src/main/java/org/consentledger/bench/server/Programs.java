package org.consentledger.bench.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The jars that are measured, where the build of this source tree puts them. */
enum Programs {
    COMMAND("consent-command/target", "consent-command-*-exec.jar"),
    QUERY("consent-query/target", "consent-query-*-exec.jar"),
    BASELINE("deploy/bench/baseline/target", "bench-baseline-*-exec.jar");

    /**
     * The same for all: the heap is what fits a container of 512 MiB, and everything else is Java's own choice, except
     * that serial collection is what Java chooses for itself in a container of that size.
     */
    private static final List<String> FLAGS = List.of("-Xmx256m", "-XX:+UseSerialGC");

    /** This module's classes without its dependencies: the server's own are used. */
    private static final String EXTRAS = "bench-*-SNAPSHOT.jar";

    private final String folder;
    private final String name;

    Programs(String folder, String name) {
        this.folder = folder;
        this.name = name;
    }

    /** The program as it is shipped. */
    List<String> asShipped() {
        return command("-jar", jar().toString());
    }

    /** The program's class path and one jar more, with another main class. */
    List<String> with(String mainClass) {
        return command(
                "-Dloader.path=" + find("deploy/bench/target", EXTRAS),
                "-Dloader.main=" + mainClass,
                "-cp",
                jar().toString(),
                "org.springframework.boot.loader.launch.PropertiesLauncher");
    }

    private static List<String> command(String... arguments) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return Stream.of(List.of(java), FLAGS, List.of(arguments))
                .flatMap(List::stream)
                .toList();
    }

    private Path jar() {
        return find(folder, name);
    }

    private static Path find(String folder, String name) {
        try (var found = Files.newDirectoryStream(Path.of(folder), name)) {
            for (var jar : found) {
                return jar.toAbsolutePath();
            }
        } catch (IOException e) {
            throw new IllegalStateException(folder + " cannot be read: run make bench from the project's folder", e);
        }
        throw new IllegalStateException("no " + name + " in " + folder + ": run make bench from the project's folder");
    }
}
