package org.consentledger.ledger.wakeup;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import javax.sql.DataSource;

/**
 * A connection beside a pool, to the same database with the same settings. One that is taken from the pool and never
 * given back would be missing to requests, and the pool would count it as leaked.
 */
final class OwnConnection {

    private OwnConnection() {}

    static Connection open(DataSource dataSource) throws SQLException {
        return dataSource.isWrapperFor(HikariDataSource.class)
                ? beside(dataSource.unwrap(HikariDataSource.class))
                : dataSource.getConnection();
    }

    private static Connection beside(HikariDataSource pool) throws SQLException {
        var settings = new Properties();
        settings.putAll(pool.getDataSourceProperties());
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
