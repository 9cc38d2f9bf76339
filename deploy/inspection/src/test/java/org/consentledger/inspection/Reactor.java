package org.consentledger.inspection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The modules of this build, in their folders. */
final class Reactor {

    private static final Path ROOT = Path.of("..", "..").toAbsolutePath().normalize();
    private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");

    private Reactor() {}

    static Path root() {
        return ROOT;
    }

    /** All modules but this one. */
    static List<Path> others() throws IOException {
        return MODULE.matcher(Files.readString(ROOT.resolve("pom.xml")))
                .results()
                .map(module -> ROOT.resolve(module.group(1)))
                .filter(module -> !module.equals(Path.of("").toAbsolutePath()))
                .toList();
    }

    /** Files below these folders of all other modules whose names match. */
    static List<Path> files(String folder, Pattern name) throws IOException {
        var found = new ArrayList<Path>();
        for (var module : others()) {
            if (Files.isDirectory(module.resolve(folder))) {
                try (var files = Files.walk(module.resolve(folder))) {
                    files.filter(file ->
                                    name.matcher(file.getFileName().toString()).matches())
                            .filter(Files::isRegularFile)
                            .forEach(found::add);
                }
            }
        }
        return found;
    }
}
