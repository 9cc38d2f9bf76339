package org.consentledger.standalone.postgres;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.apache.commons.io.file.PathUtils;

/** The data folder: PostgreSQL calls it a cluster of databases. */
final class Cluster {

    /** Owns everything; no service knows it, and without its password nobody connects. */
    static final String USER = "ledger";

    private final PostgresFolder folder;

    Cluster(PostgresFolder folder) {
        this.folder = folder;
    }

    boolean exists() {
        return Files.exists(versionFile());
    }

    /**
     * PostgreSQL serves only a folder that belongs to the user who starts it, root included.
     *
     * @throws PostgresException if the data belongs to somebody else
     */
    void checkOwner() {
        if (!exists()
                || !folder.data().getFileSystem().supportedFileAttributeViews().contains("unix")) {
            return;
        }
        try {
            var owner = Files.getAttribute(folder.data(), "unix:uid");
            if (!owner.equals((int) new UnixSystem().getUid())) {
                throw new PostgresException(folder.data() + " belongs to the user "
                        + Files.getOwner(folder.data()).getName()
                        + ": run as that user, or set LEDGER_DATA to another folder");
            }
        } catch (IOException e) {
            throw new PostgresException(folder.data() + " cannot be looked at: " + e, e);
        }
    }

    /**
     * Another release's data would only be refused after everything else was started.
     *
     * @throws PostgresException if the data is not of the release's major version
     */
    void checkVersion(PostgresRelease release) {
        if (!exists()) {
            return;
        }
        try {
            var version = Files.readString(versionFile()).strip();
            if (!version.equals(release.major())) {
                throw new PostgresException(folder.data() + " was written by PostgreSQL " + version
                        + ", but this build carries " + release.version() + ": start it with the build that wrote it,"
                        + " move it with pg_upgrade, or set LEDGER_DATA to another folder");
            }
        } catch (IOException e) {
            throw new PostgresException(versionFile() + " cannot be read (" + e + "): run as the user who owns it", e);
        }
    }

    /** Makes the data folder, under another name until it is complete: an interrupted start leaves no half of one. */
    void create(Programs programs) {
        var unfinished = folder.data().resolveSibling(folder.data().getFileName() + ".unfinished");
        try {
            if (Files.exists(unfinished)) {
                PathUtils.deleteDirectory(unfinished);
            }
            var result = programs.run(
                    "initdb",
                    "--pgdata=" + unfinished,
                    "--username=" + USER,
                    "--pwfile=" + folder.password(),
                    "--auth=scram-sha-256",
                    // the same order of text on every machine, whatever its locales
                    "--encoding=UTF8",
                    "--locale=C",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8");
            if (result.failed()) {
                throw new PostgresException("the database cannot be created: " + lastLine(result.output()));
            }
            Files.move(unfinished, folder.data(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new PostgresException("the database cannot be created in " + folder.data() + ": " + e, e);
        }
    }

    private Path versionFile() {
        return folder.data().resolve("PG_VERSION");
    }

    private static String lastLine(String output) {
        return output.lines()
                .filter(line -> line.startsWith("initdb: error:"))
                .findFirst()
                .orElse(output.substring(output.lastIndexOf('\n') + 1));
    }
}
