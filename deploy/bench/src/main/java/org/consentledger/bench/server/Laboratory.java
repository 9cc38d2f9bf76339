package org.consentledger.bench.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.commons.io.file.PathUtils;
import org.consentledger.bench.access.Pass;
import org.consentledger.log.note.SigningKey;
import org.consentledger.standalone.postgres.PostgresFolder;
import org.consentledger.standalone.postgres.PostgresServer;

/** The database server, everything started on it, and the folder that is gone when all is over. */
public final class Laboratory implements AutoCloseable {

    private static final int SECRET_BYTES = 32;

    private final Path target;
    private final Path temporary;
    private final ServiceSettings settings;
    private final PostgresServer postgres;
    private final Databases databases;
    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private boolean closed;

    private Laboratory(
            Path target, Path temporary, ServiceSettings settings, PostgresServer postgres, Databases databases) {
        this.target = target;
        this.temporary = temporary;
        this.settings = settings;
        this.postgres = postgres;
        this.databases = databases;
    }

    /**
     * Starts an empty database server.
     *
     * @param target where logs are left
     */
    public static Laboratory open(Path target, Consumer<String> stages) throws IOException, SQLException {
        Files.createDirectories(target);
        removeLogs(target);
        var temporary = Files.createTempDirectory(target.toAbsolutePath(), "data-");
        var settings = new ServiceSettings(
                secret(temporary.resolve("subject.key")),
                secret(temporary.resolve("key-encryption.key"), randomBytes()),
                secret(
                        temporary.resolve("signing.key"),
                        SigningKey.generate("localhost/bench").secret()),
                Pass.writeKeys(temporary.resolve("issuer.jwks")));
        var folder = new PostgresFolder(
                temporary.resolve("postgres"),
                target.toAbsolutePath().resolve("programs"),
                target.toAbsolutePath().resolve("postgres.log"),
                secret(temporary.resolve("postgres.password")));
        var postgres = new PostgresServer(folder);
        try {
            var databases = new Databases(postgres.start(Set.of(), stages));
            databases.requireDurable();
            databases.createLogins();
            return new Laboratory(target, temporary, settings, postgres, databases);
        } catch (IOException | SQLException | RuntimeException e) {
            postgres.close();
            PathUtils.deleteDirectory(temporary);
            throw e;
        }
    }

    /** Of earlier runs. */
    private static void removeLogs(Path target) throws IOException {
        try (var logs = Files.newDirectoryStream(target, "*.log")) {
            for (var log : logs) {
                Files.delete(log);
            }
        }
    }

    private static Path secret(Path file) throws IOException {
        return secret(file, HexFormat.of().formatHex(randomBytes()));
    }

    private static Path secret(Path file, String secret) throws IOException {
        return secret(file, (secret + "\n").getBytes(StandardCharsets.US_ASCII));
    }

    private static Path secret(Path file, byte[] secret) throws IOException {
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.write(file, secret);
    }

    private static byte[] randomBytes() {
        var random = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(random);
        return random;
    }

    public Databases databases() {
        return databases;
    }

    ServiceSettings settings() {
        return settings;
    }

    Path log(String name) {
        return target.resolve(name + ".log");
    }

    /** Remembers what is to be closed before the database server stops. */
    synchronized <T extends AutoCloseable> T opened(T part) {
        if (closed) {
            closeQuietly(part);
            throw new IllegalStateException("the bench is being stopped");
        }
        open.push(part);
        return part;
    }

    /** Also called when the bench is interrupted; what was started last is closed first. */
    @Override
    public synchronized void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        open.forEach(Laboratory::closeQuietly);
        postgres.close();
        PathUtils.deleteDirectory(temporary);
    }

    private static void closeQuietly(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            System.err.println("not closed: " + e);
        }
    }
}
