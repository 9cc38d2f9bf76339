package org.consentledger.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.consentledger.ledger.start.DatabaseLogin;
import org.consentledger.ledger.start.DatabaseRole;
import org.consentledger.ledger.store.LedgerSchema;
import org.consentledger.setting.SettingException;
import org.consentledger.standalone.postgres.Database;

/**
 * The services' own logins, made as an operator makes them: neither service ever gets to know the owner's password.
 *
 * @param command consent-command's database, for its login
 * @param query consent-query's database, for its login
 */
record Logins(Database command, Database query) {

    static final String COMMAND = "consent_command";
    static final String QUERY = "consent_query";

    /**
     * Brings the ledger's tables up to date, and the logins too: what stands in the data folder is their password.
     *
     * @throws StartRefusedException if either cannot be done
     */
    static Logins prepare(Database owner, DataFolder folder) throws IOException {
        try {
            LedgerSchema.migrate(new DatabaseLogin(owner.url(), owner.user(), owner.password()).connections());
        } catch (SettingException e) {
            throw StartRefusedException.because(StartFailure.inOneLine(e), e);
        }
        try (var connection = DriverManager.getConnection(owner.url(), owner.user(), owner.password())) {
            return new Logins(
                    login(connection, owner, COMMAND, DatabaseRole.WRITER, folder),
                    login(connection, owner, QUERY, DatabaseRole.READER, folder));
        } catch (SQLException e) {
            throw StartRefusedException.because("the services' database logins cannot be made: " + e.getMessage(), e);
        }
    }

    private static Database login(
            Connection connection, Database owner, String name, DatabaseRole role, DataFolder folder)
            throws SQLException, IOException {
        var password = Files.readString(folder.servicePassword(name).path()).strip();
        try (var statement = connection.createStatement()) {
            try (var found = statement.executeQuery("SELECT 1 FROM pg_roles WHERE rolname = '" + name + "'")) {
                if (!found.next()) {
                    statement.execute("CREATE ROLE " + name + " LOGIN");
                }
            }
            statement.execute("GRANT " + role.sqlName() + " TO " + name);
            // a statement that fails is logged, password and all
            statement.execute("SET log_min_error_statement = panic");
            statement.execute("ALTER ROLE " + name + " PASSWORD '" + password.replace("'", "''") + "'");
        }
        return owner.as(name, password);
    }
}
