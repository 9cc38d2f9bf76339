package org.consentledger.bench.server;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.consentledger.standalone.postgres.Database;

/** The databases of one server, each contender's its own. */
public final class Databases {

    private static final List<String> DURABLE = List.of("fsync", "synchronous_commit", "full_page_writes");

    /** The login of whatever appends, and that of consent-query. */
    static final String WRITER = "consent_command";

    static final String READER = "consent_query";

    private final Database first;

    Databases(Database first) {
        this.first = first;
    }

    /** @throws IllegalStateException if the server could forget what it has acknowledged */
    void requireDurable() throws SQLException {
        for (var setting : DURABLE) {
            if (!text(first, "SHOW " + setting).equals("on")) {
                throw new IllegalStateException(setting + " is off");
            }
        }
    }

    /** The logins of the services, with the password of the server's own user: it is as secret as theirs have to be here. */
    void createLogins() throws SQLException {
        for (var role : List.of("ledger_writer", "ledger_reader")) {
            execute(first, "CREATE ROLE " + role);
        }
        createLogin(WRITER, "ledger_writer");
        createLogin(READER, "ledger_reader");
    }

    private void createLogin(String login, String role) throws SQLException {
        execute(first, "CREATE ROLE " + login + " LOGIN PASSWORD '" + first.password() + "' IN ROLE " + role);
    }

    public String version() throws SQLException {
        return text(first, "SHOW server_version");
    }

    Database named(String name) {
        return new Database(first.url().replaceFirst("/[^/]*$", "/" + name), first.user(), first.password());
    }

    void create(String name) throws SQLException {
        if (number(first, "SELECT count(*) FROM pg_database WHERE datname = '" + name + "'") == 0) {
            execute(first, "CREATE DATABASE " + name);
        }
    }

    /** A copy of a database that nobody is connected to. */
    void copy(String original, String name) throws SQLException {
        execute(named("postgres"), "CREATE DATABASE " + name + " TEMPLATE " + original);
    }

    /** While a ledger is filled nothing has to be durable; what is measured later always has to. */
    void relax(String name, boolean relaxed) throws SQLException {
        execute(
                first,
                "ALTER DATABASE " + name + (relaxed ? " SET" : " RESET") + " synchronous_commit"
                        + (relaxed ? " = off" : ""));
    }

    /** Leaves the server as it would be some time after the last write, not in the middle of digesting it. */
    void settle(String name) throws SQLException {
        execute(named(name), "VACUUM (ANALYZE)");
        execute(named(name), "CHECKPOINT");
    }

    public static void execute(Database database, String sql) throws SQLException {
        try (var connection = connect(database);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    public static long number(Database database, String sql) throws SQLException {
        return Long.parseLong(text(database, sql));
    }

    private static String text(Database database, String sql) throws SQLException {
        try (var connection = connect(database);
                var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            result.next();
            return String.valueOf(result.getString(1)).toLowerCase(Locale.ROOT);
        }
    }

    public static Connection connect(Database database) throws SQLException {
        return DriverManager.getConnection(database.url(), database.user(), database.password());
    }
}
