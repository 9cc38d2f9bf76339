package org.consentledger.standalone;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Objects;
import java.util.Set;

/** A secret made on the first start and kept in a file that only its owner can read. */
record SecretFile(Path path) {

    /** Bytes of randomness in a secret. */
    static final int BYTES = 32;

    private static final Set<PosixFilePermission> OWNER_FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OWNER_FOLDER = PosixFilePermissions.fromString("rwx------");

    boolean exists() {
        return Files.exists(path);
    }

    /** Writes the secret whole or not at all. */
    void write(byte[] secret) throws IOException {
        var folder = Objects.requireNonNull(path.getParent());
        Files.createDirectories(folder, only(folder.getFileSystem(), OWNER_FOLDER));
        var unfinished = path.resolveSibling(path.getFileName() + ".unfinished");
        Files.deleteIfExists(unfinished);
        try (var out = Files.newByteChannel(
                unfinished,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.DSYNC),
                only(folder.getFileSystem(), OWNER_FILE))) {
            out.write(ByteBuffer.wrap(secret));
        }
        Files.move(unfinished, path, StandardCopyOption.ATOMIC_MOVE);
    }

    static byte[] random() {
        var secret = new byte[BYTES];
        new SecureRandom().nextBytes(secret);
        return secret;
    }

    private static FileAttribute<?>[] only(FileSystem files, Set<PosixFilePermission> permissions) {
        return files.supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
    }
}
