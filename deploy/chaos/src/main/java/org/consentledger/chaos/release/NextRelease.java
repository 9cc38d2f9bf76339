package org.consentledger.chaos.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * A release that does not exist yet: these sources, in which one event's stored form has a revision more. A node of it runs on
 * the same class path with that one class before it, so it is as different from this release as a next one is.
 */
public final class NextRelease {

    /** The event whose form it changes. */
    public static final String EVENT = "ConsentRevoked";

    /** What it writes, and this release does not know. */
    public static final int REVISION = 3;

    private static final Path SOURCES = Path.of("shared-api", "ledger", "src", "main", "java");
    private static final Path CHANGED = Path.of("org", "consentledger", "ledger", "serial", "StoredTypes.java");

    private NextRelease() {}

    /**
     * Compiles what is different in it.
     *
     * @param target a folder somewhere within the project
     * @return where the classes are
     */
    public static Path compile(Path target) throws IOException {
        var folder = Files.createDirectories(target.resolve("next-release"));
        var source = Files.writeString(
                Files.createDirectories(folder.resolve("source")).resolve(CHANGED.getFileName()),
                changed(Files.readString(sources(target).resolve(CHANGED))));
        var classes = Files.createDirectories(folder.resolve("classes"));
        var options =
                List.of("-d", classes.toString(), "-proc:none", "-classpath", System.getProperty("java.class.path"));
        var arguments =
                Stream.concat(options.stream(), Stream.of(source.toString())).toArray(String[]::new);
        if (ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments) != 0) {
            throw new IOException("the next release does not compile");
        }
        return classes;
    }

    private static String changed(String source) {
        var before = form(REVISION - 1);
        if (!source.contains(before)) {
            throw new IllegalStateException("revision " + (REVISION - 1) + " of " + EVENT + " is not the newest one");
        }
        return source.replace(before, form(REVISION));
    }

    private static String form(int revision) {
        return "(\"" + EVENT + "\", " + revision + ",";
    }

    private static Path sources(Path within) {
        return Stream.iterate(within.toAbsolutePath(), folder -> folder != null, Path::getParent)
                .map(folder -> folder.resolve(SOURCES))
                .filter(Files::isDirectory)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(within + " is not within the project"));
    }
}
