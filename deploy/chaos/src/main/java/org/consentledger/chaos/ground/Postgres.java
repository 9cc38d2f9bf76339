package org.consentledger.chaos.ground;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.consentledger.standalone.postgres.Database;
import org.consentledger.standalone.postgres.PostgresFolder;
import org.consentledger.standalone.postgres.PostgresServer;

/** The database server, as its administrator has it: with a connection of its own, past every proxy. */
public final class Postgres implements AutoCloseable {

    static final String WRITER = "consent_command";
    static final String READER = "consent_query";

    private static final List<String> DURABLE = List.of("fsync", "synchronous_commit", "full_page_writes");

    private final PostgresServer server;
    private volatile Database database;

    private Postgres(PostgresServer server, Database database) {
        this.server = server;
        this.database = database;
    }

    /**
     * Starts an empty server.
     *
     * @param programs where its programs are, or are to be unpacked
     * @throws IllegalStateException if it could forget what it has acknowledged
     */
    static Postgres start(Path folder, Path programs, Path log, Path password) throws IOException, SQLException {
        var server = new PostgresServer(new PostgresFolder(folder, programs, log, password));
        var postgres = new Postgres(server, server.start(Set.of(), stage -> {}));
        try (var connection = postgres.connect();
                var statement = connection.createStatement()) {
            for (var setting : DURABLE) {
                try (var result = statement.executeQuery("SHOW " + setting)) {
                    if (!result.next() || !"on".equals(result.getString(1))) {
                        throw new IllegalStateException(setting + " is off");
                    }
                }
            }
            statement.execute("CREATE ROLE ledger_writer");
            statement.execute("CREATE ROLE ledger_reader");
            var login = "CREATE ROLE %s LOGIN PASSWORD '" + postgres.database.password() + "' IN ROLE %s";
            statement.execute(login.formatted(WRITER, "ledger_writer"));
            statement.execute(login.formatted(READER, "ledger_reader"));
            return postgres;
        } catch (SQLException | RuntimeException e) {
            server.close();
            throw e;
        }
    }

    static String url(int port) {
        return "jdbc:postgresql://" + Ports.ADDRESS + ":" + port + "/ledger";
    }

    Database owner() {
        return database;
    }

    /** Where it listens at the moment, or did last. */
    int port() {
        return URI.create(database.url().substring("jdbc:".length())).getPort();
    }

    /** As the owner of everything. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(database.url(), database.user(), database.password());
    }

    /** As a power cut would. */
    public void stopImmediately() {
        server.stopImmediately();
    }

    /** After a stop. It may come back on another port. */
    public void startAgain() throws IOException {
        database = server.start(Set.of(), stage -> {});
    }

    /**
     * SIGKILL to the server process of one of a login's connections. PostgreSQL then takes its memory for damaged: it ends
     * all the others too, and recovers as after a power cut.
     *
     * @return whether there was one
     */
    public boolean killBackend(String login) throws SQLException {
        try (var connection = connect();
                var statement = connection.prepareStatement(
                        "SELECT pid FROM pg_stat_activity WHERE usename = ? ORDER BY backend_start DESC LIMIT 1")) {
            statement.setString(1, login);
            try (var result = statement.executeQuery()) {
                return result.next()
                        && ProcessHandle.of(result.getLong("pid"))
                                .map(ProcessHandle::destroyForcibly)
                                .orElse(false);
            }
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
