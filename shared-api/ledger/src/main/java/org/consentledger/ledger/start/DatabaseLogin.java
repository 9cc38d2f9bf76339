package org.consentledger.ledger.start;

import java.util.Optional;
import java.util.Properties;
import javax.sql.DataSource;
import org.consentledger.setting.SettingException;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Who connects to the ledger's database, and where. Connections made from here belong to no pool; they are for the start
 * alone.
 *
 * @param user may be empty: then the driver decides
 */
public record DatabaseLogin(String url, String user, String password) {

    /** The login that the service works with. */
    public static DatabaseLogin ofService(Environment environment) {
        return of(environment, "spring.datasource.username", "spring.datasource.password");
    }

    /**
     * The login that owns the ledger's tables, if the operator lets the service have it. It is asked for once and kept
     * nowhere.
     */
    public static Optional<DatabaseLogin> ofOwner(Environment environment) {
        var owner = of(environment, "ledger.owner.user", "ledger.owner.password");
        if (owner.user.isEmpty() && !owner.password.isEmpty()) {
            throw new SettingException("LEDGER_DB_OWNER_PASSWORD is set, but LEDGER_DB_OWNER_USER is not: set both, to"
                    + " have the ledger's tables brought up to date, or neither.");
        }
        return owner.user.isEmpty() ? Optional.empty() : Optional.of(owner);
    }

    private static DatabaseLogin of(Environment environment, String user, String password) {
        return new DatabaseLogin(
                environment.getRequiredProperty("spring.datasource.url"),
                environment.getProperty(user, ""),
                environment.getProperty(password, ""));
    }

    public DataSource connections() {
        return connections(new Properties());
    }

    /** Connections that are in a role from their beginning. */
    DataSource connections(DatabaseRole role) {
        var settings = new Properties();
        settings.setProperty("options", "-c role=" + role.sqlName());
        return connections(settings);
    }

    private DataSource connections(Properties settings) {
        // otherwise an error may quote the row it is about
        settings.setProperty("logServerErrorDetail", "false");
        if (!user.isEmpty()) {
            settings.setProperty("user", user);
            settings.setProperty("password", password);
        }
        return new DriverManagerDataSource(url, settings);
    }

    /** Without the password; the URL may hold one too. */
    @Override
    public String toString() {
        return "DatabaseLogin[" + user + "]";
    }
}
