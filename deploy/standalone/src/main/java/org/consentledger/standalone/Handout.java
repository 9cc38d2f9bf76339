package org.consentledger.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.consentledger.standalone.provider.Person;
import org.consentledger.standalone.token.Issuer;

/**
 * The secrets of a new installation as files, a folder for each program that is handed some, so that each can be given what
 * it needs and nothing else. What exists is never made anew.
 */
final class Handout {

    /** Folders of who gets something, by name; keys of both services are the same. */
    private static final String DATABASE = "database";

    private static final String COMMAND = "consent-command";
    private static final String QUERY = "consent-query";
    private static final String MIGRATION = "migration";
    private static final String ISSUER = "issuer";

    /** As services read a password from a file: its name is that of the setting. */
    private static final String PASSWORD = "LEDGER_DB_PASSWORD";

    /** Whoever the folder is mounted for reads it, whatever their number is there. */
    private static final Set<PosixFilePermission> READABLE = PosixFilePermissions.fromString("r--r--r--");

    private final Path root;

    private Handout(Path root) {
        this.root = root;
    }

    /** @param arguments {@code secrets}, the folder and, if it is not this machine's, the origin of the log */
    static void call(List<String> arguments, Console console) {
        if (arguments.size() < 2 || arguments.size() > 3) {
            throw StartRefusedException.wrongCall("say where to: secrets FOLDER [ORIGIN], such as secrets secrets"
                    + " consent.example.com/ledger; the origin names the log for ever");
        }
        var root = Path.of(arguments.get(1));
        var origin = arguments.size() == 3 ? arguments.get(2) : "localhost/consent-ledger";
        try {
            new Handout(root).make(origin, Ports.of(System.getenv()).issuer());
            console.say("the secrets of an installation are in " + root
                    + ": keep a copy elsewhere, without the keys nothing personal can be read again");
        } catch (IOException e) {
            throw StartRefusedException.because(root + " cannot be written (" + e + ")", e);
        } catch (IllegalArgumentException e) {
            throw StartRefusedException.wrongCall(String.valueOf(e.getMessage()));
        }
    }

    /**
     * Makes what is missing.
     *
     * @param origin names the log (C2SP tlog-checkpoint)
     * @param issuer name of the issuer whose key is made
     */
    void make(String origin, String issuer) throws IOException {
        shared("subject.key", SecretFile.random(), COMMAND, QUERY);
        shared("key-encryption.key", SecretFile.random(), COMMAND, QUERY);
        shared("signing.key", Secrets.signingKey(origin), QUERY);
        sharedAs(Map.of(DATABASE, "postgres.password"));
        sharedAs(Map.of("grafana", "admin.password"));
        sharedAs(Map.of(DATABASE, "ledger_owner.password", MIGRATION, "LEDGER_DB_OWNER_PASSWORD"));
        sharedAs(Map.of(DATABASE, "consent_command.password", COMMAND, PASSWORD, MIGRATION, PASSWORD));
        sharedAs(Map.of(DATABASE, "consent_query.password", QUERY, PASSWORD));

        // without the folder's lock, which a running issuer has
        var folder = root.resolve(ISSUER);
        own(DataFolder.issuerKeyIn(folder), Issuer.newKey());
        for (var role : Person.ROLES) {
            own(DataFolder.personPasswordIn(folder, role), Person.newPassword());
        }
        var key = Files.readString(DataFolder.issuerKeyIn(folder));
        shared("issuer.jwks", Issuer.with(key, issuer, Clock.systemUTC()).publicKeys(), COMMAND, QUERY);
        copy(COMMAND, MIGRATION, "subject.key", "key-encryption.key", "issuer.jwks");
    }

    private void copy(String from, String to, String... names) throws IOException {
        for (var name : names) {
            write(
                    root.resolve(to).resolve(name),
                    Files.readAllBytes(root.resolve(from).resolve(name)));
        }
    }

    private void shared(String name, byte[] fresh, String... folders) throws IOException {
        same(
                fresh,
                List.of(folders).stream()
                        .map(folder -> root.resolve(folder).resolve(name))
                        .toList());
    }

    private void sharedAs(Map<String, String> namesByFolder) throws IOException {
        same(
                Secrets.password(),
                namesByFolder.entrySet().stream()
                        .map(file -> root.resolve(file.getKey()).resolve(file.getValue()))
                        .toList());
    }

    /** The same bytes in all of them: those of the first that is there, else fresh ones. */
    private void same(byte[] fresh, List<Path> files) throws IOException {
        var secret = fresh;
        for (var file : files) {
            if (Files.exists(file)) {
                secret = Files.readAllBytes(file);
                break;
            }
        }
        for (var file : files) {
            write(file, secret);
        }
    }

    /** For its owner alone: whoever runs the issuer is who makes it. */
    private static void own(Path path, byte[] secret) throws IOException {
        var file = new SecretFile(path);
        if (!file.exists()) {
            file.write(secret);
        }
    }

    private static void write(Path path, byte[] secret) throws IOException {
        var file = new SecretFile(path);
        if (file.exists()) {
            return;
        }
        file.write(secret);
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(path, READABLE);
        }
    }
}
