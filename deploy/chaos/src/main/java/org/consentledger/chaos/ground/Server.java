package org.consentledger.chaos.ground;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Set;
import org.apache.commons.io.file.PathUtils;
import org.consentledger.standalone.postgres.Database;
import org.consentledger.standalone.postgres.PostgresFolder;
import org.consentledger.standalone.postgres.PostgresServer;
import org.jspecify.annotations.Nullable;

/** One of the two PostgreSQL servers, whichever part it plays. */
final class Server implements AutoCloseable {

    private final PostgresFolder folder;
    private final PostgresServer server;
    private volatile @Nullable Database database;

    Server(PostgresFolder folder) {
        this.folder = folder;
        this.server = new PostgresServer(folder);
    }

    /** With what is in its folder. It may come up on another port than before. */
    void start() throws IOException {
        database = server.start(Set.of(), stage -> {});
    }

    Database database() {
        return Objects.requireNonNull(database);
    }

    /** Where it listens at the moment, or did last. */
    int port() {
        return URI.create(database().url().substring("jdbc:".length())).getPort();
    }

    /** As the owner of everything. */
    Connection connect() throws SQLException {
        return DriverManager.getConnection(
                database().url(), database().user(), database().password());
    }

    void execute(String... statements) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** Whether a query answers true. */
    boolean is(String query) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement();
                var result = statement.executeQuery(query)) {
            return result.next() && result.getBoolean(1);
        }
    }

    /** As a power cut would. */
    void stopImmediately() {
        server.stopImmediately();
    }

    /** SIGKILL to all its processes. */
    void kill() throws InterruptedException {
        server.kill();
    }

    /**
     * Throws away what is in its folder, and starts as the standby of another server, while that one works.
     *
     * @param port where it reaches the other one
     * @param name what it calls itself there
     */
    void follow(Server primary, int port, String name) throws IOException, SQLException {
        if (Files.exists(folder.data())) {
            PathUtils.deleteDirectory(folder.data());
        }
        try (var connection = primary.connect();
                var statement = connection.createStatement()) {
            statement.execute("SELECT pg_backup_start('standby', true)");
            new ClusterCopy(primary.folder.data()).into(folder.data());
            try (var result = statement.executeQuery("SELECT labelfile FROM pg_backup_stop(false)")) {
                result.next();
                Files.writeString(folder.data().resolve("backup_label"), result.getString(1));
            }
        }
        Files.createFile(folder.data().resolve("standby.signal"));
        Files.writeString(
                folder.data().resolve("postgresql.auto.conf"),
                """
                primary_conninfo = 'host=%s port=%d user=%s password=%s application_name=%s'
                wal_retrieve_retry_interval = '200ms'
                wal_receiver_status_interval = '1s'
                """.formatted(
                                Ports.ADDRESS,
                                port,
                                primary.database().user(),
                                primary.database().password(),
                                name),
                StandardOpenOption.APPEND);
        start();
    }

    @Override
    public void close() {
        server.close();
    }
}
