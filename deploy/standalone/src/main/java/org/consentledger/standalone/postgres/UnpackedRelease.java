package org.consentledger.standalone.postgres;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Objects;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.io.file.PathUtils;
import org.tukaani.xz.XZInputStream;

/** Unpacks a release of PostgreSQL once, and completely: a half unpacked one never gets its final name. */
final class UnpackedRelease {

    private static final int EXECUTABLE = 0111;

    private UnpackedRelease() {}

    /** Where the release's programs are, or will be. */
    static Path home(PostgresRelease release, Path programs) {
        return programs.resolve("postgresql-" + release.version());
    }

    static void unpack(Path home) {
        var unfinished = home.resolveSibling(home.getFileName() + ".unfinished");
        try (var archive = archive()) {
            if (Files.exists(unfinished)) {
                PathUtils.deleteDirectory(unfinished);
            }
            Files.createDirectories(unfinished);
            for (var entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                unpack(entry, archive, unfinished.resolve(entry.getName()).normalize());
            }
            Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new PostgresException(
                    "PostgreSQL cannot be unpacked into " + home + " (" + e + "): is there room for 100 MB?", e);
        }
    }

    private static TarArchiveInputStream archive() throws IOException {
        return new TarArchiveInputStream(new XZInputStream(packed()));
    }

    private static InputStream packed() throws IOException {
        var name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        var system = name.startsWith("mac") ? "Darwin" : name.startsWith("windows") ? "Windows" : "Linux";
        try {
            return DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, System.getProperty("os.arch"));
        } catch (IllegalStateException e) {
            throw new PostgresException(
                    "this build carries no PostgreSQL for " + system + " on " + System.getProperty("os.arch")
                            + ": build it on this machine (make clean run)",
                    e);
        }
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path target) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        var folder = Objects.requireNonNull(target.getParent());
        Files.createDirectories(folder);
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, target);
        if ((entry.getMode() & EXECUTABLE) != 0 || folder.endsWith("bin")) {
            target.toFile().setExecutable(true, false);
        }
    }
}
