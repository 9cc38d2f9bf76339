package org.consentledger.ledger.connection;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import javax.sql.DataSource;

/**
 * A connection beside a pool, to the same database with the same settings. One that is taken from the pool and never
 * given back would be missing to requests, and the pool would count it as leaked.
 */
public final class OwnConnection {

    private OwnConnection() {}

    /** The same settings as the pool's. */
    public static Connection open(DataSource dataSource) throws SQLException {
        return open(dataSource, Map.of());
    }

    /**
     * The pool's settings, but for some.
     *
     * @param other settings of the driver, by their names; of no effect where there is no pool
     */
    public static Connection open(DataSource dataSource, Map<String, String> other) throws SQLException {
        return dataSource.isWrapperFor(HikariDataSource.class)
                ? beside(dataSource.unwrap(HikariDataSource.class), other)
                : dataSource.getConnection();
    }

    /** Whether the server at the other end takes writes. A standby does not, nor a primary that was fenced. */
    public static boolean isToPrimary(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery("SHOW transaction_read_only")) {
            return result.next() && result.getString(1).equals("off");
        }
    }

    private static Connection beside(HikariDataSource pool, Map<String, String> other) throws SQLException {
        var settings = new Properties();
        settings.putAll(pool.getDataSourceProperties());
        settings.putAll(other);
        var credentials = pool.getCredentials();
        if (credentials.getUsername() != null) {
            settings.setProperty("user", credentials.getUsername());
        }
        if (credentials.getPassword() != null) {
            settings.setProperty("password", credentials.getPassword());
        }
        return DriverManager.getConnection(pool.getJdbcUrl(), settings);
    }
}
