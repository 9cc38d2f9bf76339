package org.consentledger.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.consentledger.ledger.LedgerDatabase;

/**
 * A PostgreSQL as an operator has it, with all its programs: in the folder named by the environment's {@code POSTGRESQL}, as
 * {@code make test} does, else in the one that {@code deploy/tools/postgresql} finds. It archives its write-ahead log.
 */
final class InstalledPostgres implements AutoCloseable {

    private static final String LOGINS = """
            CREATE ROLE ledger_writer;
            CREATE ROLE ledger_reader;
            CREATE ROLE ledger_owner LOGIN IN ROLE ledger_reader;
            CREATE ROLE consent_command LOGIN IN ROLE ledger_writer;
            CREATE ROLE consent_query LOGIN IN ROLE ledger_reader;
            """;

    private static final Path BACKUP =
            Path.of("..", "backup", "backup").toAbsolutePath().normalize();

    private final Path bin = programs();
    private final Path folder;
    private final int port = freePort();
    private Path running;

    /** What a program said, on whichever of its outputs, and its exit code. */
    record Outcome(int code, String said) {}

    private InstalledPostgres(Path folder) {
        this.folder = folder;
        this.running = folder.resolve("data");
    }

    /** Starts one with nothing in it but the logins and an empty database. */
    static InstalledPostgres start(Path folder) throws IOException {
        var postgres = new InstalledPostgres(folder);
        Files.createDirectory(postgres.archive());
        postgres.require("initdb", "--pgdata=" + postgres.running, "--username=postgres", "--auth=trust", "--no-sync");
        postgres.archiveInto(postgres.archive());
        postgres.start();
        for (var sql : List.of(LOGINS, "CREATE DATABASE ledger OWNER ledger_owner")) {
            postgres.require("psql", "--quiet", "--no-psqlrc", "--set=ON_ERROR_STOP=1", "--command=" + sql, "postgres");
        }
        return postgres;
    }

    Path archive() {
        return folder.resolve("archive");
    }

    /** Once it is restarted. */
    void archiveInto(Path archive) throws IOException {
        Files.writeString(
                running.resolve("postgresql.conf"), """

                archive_mode = 'on'
                archive_command = '%s archive %s "%%p" "%%f"'
                """.formatted(BACKUP, archive), StandardOpenOption.APPEND);
    }

    LedgerDatabase ledger() {
        return new LedgerDatabase("jdbc:postgresql://localhost:" + port + "/ledger");
    }

    private void start() {
        require(
                "pg_ctl",
                "start",
                "--wait",
                "--pgdata=" + running,
                "--log=" + folder.resolve("postgres.log"),
                "--options=-p " + port + " -c listen_addresses=localhost -c unix_socket_directories=");
    }

    /** As a power cut would. */
    void lose() {
        require("pg_ctl", "stop", "--mode=immediate", "--pgdata=" + running);
    }

    /** The same address leads to other data from now on. */
    void startOn(Path data) {
        running = data;
        start();
    }

    /** Runs the script that operators have. */
    Outcome backup(Object... arguments) {
        var command = new ArrayList<>(List.of(BACKUP.toString()));
        List.of(arguments).forEach(argument -> command.add(argument.toString()));
        return run(command);
    }

    private void require(String program, String... arguments) {
        var command = new ArrayList<>(List.of(bin.resolve(program).toString()));
        command.addAll(List.of(arguments));
        var outcome = run(command);
        if (outcome.code() != 0) {
            throw new AssertionError(program + ": " + outcome.said());
        }
    }

    /** PostgreSQL refuses to run as root; in a user namespace of its own, root looks like nobody. */
    private Outcome run(List<String> command) {
        var whole = new ArrayList<String>();
        if (System.getProperty("user.name").equals("root")) {
            whole.addAll(List.of("unshare", "--user"));
        }
        whole.addAll(command);
        return outcome(
                whole,
                Map.of(
                        "PGBIN", bin.toString(),
                        "PGHOST", "localhost",
                        "PGPORT", Integer.toString(port),
                        "PGUSER", "postgres",
                        "LC_ALL", "C"));
    }

    private static Outcome outcome(List<String> command, Map<String, String> environment) {
        try {
            var said = Files.createTempFile("said", ".txt");
            try {
                // into a file: a server that was started would hold a pipe open
                var builder =
                        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
                builder.environment().putAll(environment);
                var code = builder.start().waitFor();
                return new Outcome(code, Files.readString(said, StandardCharsets.UTF_8));
            } finally {
                Files.delete(said);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Path programs() {
        return Optional.ofNullable(System.getenv("POSTGRESQL"))
                .filter(folder -> !folder.isBlank())
                .map(Path::of)
                .orElseGet(() -> {
                    var outcome = outcome(List.of("../tools/postgresql", "find"), Map.of());
                    if (outcome.code() != 0) {
                        throw new AssertionError(outcome.said());
                    }
                    return Path.of(outcome.said().strip());
                });
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        if (Files.exists(running.resolve("postmaster.pid"))) {
            lose();
        }
    }
}
