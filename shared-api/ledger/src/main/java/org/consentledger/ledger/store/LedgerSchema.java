package org.consentledger.ledger.store;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.consentledger.setting.SettingException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** The tables of schema {@code ledger}, at the version that this release needs. */
public final class LedgerSchema {

    private static final String SCHEMA = "ledger";

    /** PostgreSQL's code for something that the login may not do. */
    private static final String DENIED = "42501";

    private LedgerSchema() {}

    /**
     * Brings the tables up to date; several nodes may do so at once.
     *
     * @param owner connects as the login that the tables belong to, which no service works with
     * @throws SettingException if the database cannot be reached or prepared
     */
    public static LedgerSchema migrate(DataSource owner) {
        try {
            flyway(owner).migrate();
            return new LedgerSchema();
        } catch (FlywayException e) {
            throw SettingException.because("the ledger's database cannot be prepared", e);
        }
    }

    /**
     * Takes the tables as they are.
     *
     * @param login connects as a service does
     * @throws SettingException if the database cannot be reached, or they are not at the version needed
     */
    public static LedgerSchema existing(DataSource login) {
        try {
            if (flyway(login).info().pending().length == 0) {
                return new LedgerSchema();
            }
        } catch (FlywayException e) {
            // of tables from before there were roles, a service may not even ask the version
            if (!isDenied(e)) {
                throw SettingException.because("the ledger's database cannot be read", e);
            }
        }
        throw new SettingException("the ledger's tables are not there yet in the form that this release needs: start it"
                + " once with LEDGER_DB_OWNER_USER and LEDGER_DB_OWNER_PASSWORD, the login that owns them, and it brings"
                + " them up to date.");
    }

    private static Flyway flyway(DataSource dataSource) {
        return Flyway.configure()
                .dataSource(dataSource)
                .schemas(SCHEMA)
                .locations("classpath:org/consentledger/ledger/migration")
                .load();
    }

    private static boolean isDenied(Throwable thrown) {
        return (thrown instanceof SQLException e && DENIED.equals(e.getSQLState()))
                || (thrown.getCause() != null && isDenied(thrown.getCause()));
    }

    /** The columns of a token table in a schema. */
    public static TokenSchema tokens(String schema) {
        return TokenSchema.builder()
                .setTokenTable(schema + ".token_entry")
                .setProcessorNameColumn("processor_name")
                .setSegmentColumn("segment")
                .setTokenColumn("token")
                .setTokenTypeColumn("token_type")
                .setTimestampColumn("timestamp")
                .setOwnerColumn("owner")
                .build();
    }
}
