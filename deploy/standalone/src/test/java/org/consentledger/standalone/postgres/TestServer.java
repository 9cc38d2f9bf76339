package org.consentledger.standalone.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A server in a folder for tests; the programs are unpacked once for all of them. */
final class TestServer {

    static final Path PROGRAMS = Path.of("target", "postgres-programs").toAbsolutePath();

    private final PostgresFolder folder;
    private final List<String> stages = new ArrayList<>();
    private Database database;

    TestServer(Path root) throws IOException {
        var password = root.resolve("password");
        if (!Files.exists(password)) {
            Files.writeString(password, "planted password for tests\n");
        }
        folder = new PostgresFolder(root.resolve("postgres"), PROGRAMS, root.resolve("postgres.log"), password);
    }

    PostgresServer start() throws IOException {
        var server = new PostgresServer(folder);
        database = server.start(Set.of(), stages::add);
        return server;
    }

    Connection connect() throws SQLException {
        return connect(database.password());
    }

    Connection connect(String password) throws SQLException {
        return DriverManager.getConnection(database.url(), database.user(), password);
    }

    Database database() {
        return database;
    }

    ProcessHandle process() {
        return new Postmaster(folder.data()).process().orElseThrow();
    }

    List<String> stages() {
        return stages;
    }

    PostgresFolder folder() {
        return folder;
    }
}
