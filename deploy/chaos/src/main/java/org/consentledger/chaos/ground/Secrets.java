package org.consentledger.chaos.ground;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.consentledger.chaos.call.Credentials;
import org.consentledger.log.note.SigningKey;

/**
 * The key files and the password of one run.
 *
 * @param jwkSet by which services know access tokens; no secret
 */
record Secrets(Path subjectKey, Path keyEncryptionKey, Path signingKey, Path databasePassword, Path jwkSet) {

    private static final int BYTES = 32;

    static Secrets make(Path folder) throws IOException {
        return new Secrets(
                write(folder.resolve("subject.key"), HexFormat.of().formatHex(random())),
                write(folder.resolve("key-encryption.key"), random()),
                write(
                        folder.resolve("signing.key"),
                        SigningKey.generate("localhost/chaos").secret()),
                write(folder.resolve("postgres.password"), HexFormat.of().formatHex(random())),
                Credentials.writeKeys(folder.resolve("issuer.jwks")));
    }

    private static Path write(Path file, String secret) throws IOException {
        return write(file, (secret + "\n").getBytes(StandardCharsets.US_ASCII));
    }

    private static Path write(Path file, byte[] secret) throws IOException {
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.write(file, secret);
    }

    private static byte[] random() {
        var random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        return random;
    }
}
