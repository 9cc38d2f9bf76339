package org.consentledger.bench.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.io.file.PathUtils;

/** The jars that are measured, where the build of this source tree puts them. */
enum Programs {
    COMMAND("consent-command/target", "consent-command-*-exec.jar"),
    QUERY("consent-query/target", "consent-query-*-exec.jar"),
    BASELINE("deploy/bench/baseline/target", "bench-baseline-*-exec.jar");

    /**
     * The same for all: the heap is what fits a container of 512 MiB beside a million events, and everything else is Java's
     * own choice, except that serial collection is what Java chooses for itself in a container of that size.
     */
    private static final List<String> FLAGS = List.of("-Xmx224m", "-XX:+UseSerialGC");

    /** This module's classes without its dependencies: the server's own are used. */
    private static final String EXTRAS = "bench-*-SNAPSHOT.jar";

    private static final Path DEPLOYED = Path.of("deploy", "bench", "target", "deployed");

    private final String folder;
    private final String name;

    Programs(String folder, String name) {
        this.folder = folder;
        this.name = name;
    }

    /** The program as it is built. */
    List<String> asBuilt() {
        return command("-jar", jar().toString());
    }

    /**
     * The program deployed as deploy/docs/deployment.md advises for a jar: unpacked, with an archive of its classes that the first run leaves for the
     * next ones. It has to be unpacked before.
     */
    List<String> asDeployed() {
        return command(
                "-XX:+AutoCreateSharedArchive",
                "-XX:SharedArchiveFile=" + deployed().resolve("classes.jsa"),
                "-jar",
                deployed().resolve(jar().getFileName()).toString());
    }

    /** A program of another build. */
    static List<String> ofAnotherBuild(Path jar) {
        return command("-jar", jar.toAbsolutePath().toString());
    }

    void unpack() throws IOException, InterruptedException {
        PathUtils.deleteDirectory(Files.createDirectories(deployed()));
        var unpacking = new ProcessBuilder(command(
                        "-Djarmode=tools",
                        "-jar",
                        jar().toString(),
                        "extract",
                        "--destination",
                        deployed().toString()))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        if (unpacking.waitFor() != 0) {
            throw new IOException(jar() + " could not be unpacked");
        }
    }

    private Path deployed() {
        return DEPLOYED.resolve(name().toLowerCase(Locale.ROOT));
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
