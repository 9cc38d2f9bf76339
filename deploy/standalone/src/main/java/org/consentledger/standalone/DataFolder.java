package org.consentledger.standalone;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.consentledger.standalone.postgres.PostgresFolder;
import org.consentledger.standalone.token.Role;

/** The folder of everything that is kept between runs, locked against a second run for as long as it is open. */
final class DataFolder implements AutoCloseable {

    private final Path chosen;
    private final Path root;
    private final FileChannel lock;

    private DataFolder(Path chosen, Path root, FileChannel lock) {
        this.chosen = chosen;
        this.root = root;
        this.lock = lock;
    }

    /**
     * Makes the folder if need be, and locks it. The lock ends with the process, however that ends.
     *
     * @throws StartRefusedException if it cannot be written, or another run has it
     */
    static DataFolder open(Path chosen) {
        try {
            Files.createDirectories(chosen);
            var root = chosen.toRealPath();
            var lock = FileChannel.open(
                    root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (isTaken(lock)) {
                var holder = Files.readString(root.resolve("lock")).strip();
                lock.close();
                throw StartRefusedException.because("LEDGER_DATA=" + chosen + " is in use by another run (process "
                        + holder + "): stop that run, or set LEDGER_DATA to another folder and choose other ports");
            }
            return new DataFolder(chosen, root, lock);
        } catch (IOException e) {
            throw StartRefusedException.because(
                    "LEDGER_DATA=" + chosen + " cannot be written (" + e
                            + "): set it to a folder that belongs to you, or leave it out for .ledger",
                    e);
        }
    }

    private static boolean isTaken(FileChannel lock) throws IOException {
        try {
            if (lock.tryLock() == null) {
                return true;
            }
        } catch (OverlappingFileLockException e) {
            return true;
        }
        lock.truncate(0);
        lock.write(StandardCharsets.US_ASCII.encode(ProcessHandle.current().pid() + "\n"), 0);
        return false;
    }

    PostgresFolder postgres() {
        return new PostgresFolder(
                root.resolve("postgres"),
                root.resolve("programs"),
                root.resolve("postgres.log"),
                postgresPassword().path());
    }

    /** What the services log. */
    Path log() {
        return root.resolve("ledger.log");
    }

    SecretFile postgresPassword() {
        return new SecretFile(root.resolve("keys", "postgres.password"));
    }

    /** Of a service's own login; made anew if it is gone. */
    SecretFile servicePassword(String login) {
        return new SecretFile(root.resolve("keys", login + ".password"));
    }

    /** The key by which subjects are found: without it nobody is found in the ledger again. */
    SecretFile subjectKey() {
        return new SecretFile(root.resolve("keys", "subject.key"));
    }

    /** The key that encrypts subjects' keys: without it nothing personal in the ledger can be read again. */
    SecretFile keyEncryptionKey() {
        return new SecretFile(root.resolve("keys", "key-encryption.key"));
    }

    /** The key that signs checkpoints of the log. */
    SecretFile signingKey() {
        return new SecretFile(root.resolve("keys", "signing.key"));
    }

    /** The key that signs access tokens: whoever has it is let in everywhere. */
    SecretFile issuerKey() {
        return new SecretFile(issuerKeyIn(root));
    }

    static Path issuerKeyIn(Path root) {
        return root.resolve("keys").resolve("issuer.jwk");
    }

    /** By which the services know the issuer's tokens. */
    SecretFile issuerPublicKeys() {
        return new SecretFile(root.resolve("keys", "issuer.jwks"));
    }

    /** A token for a role, short-lived. */
    SecretFile token(Role role) {
        return new SecretFile(tokenIn(root, role));
    }

    static Path tokenIn(Path root, Role role) {
        return root.resolve("tokens").resolve(role.id());
    }

    /** With which a person signs in to the console. */
    SecretFile personPassword(Role role) {
        return new SecretFile(personPasswordIn(root, role));
    }

    static Path personPasswordIn(Path root, Role role) {
        return root.resolve("passwords").resolve(role.id());
    }

    /** As the user wrote it. */
    @Override
    public String toString() {
        return chosen.toString();
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
