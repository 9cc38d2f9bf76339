package org.consentledger.ledger.store;

import javax.sql.DataSource;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.consentledger.ledger.start.SettingException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** The tables of schema {@code ledger}, brought up to date when this object is made. */
public final class LedgerSchema {

    private static final String SCHEMA = "ledger";

    /**
     * Brings the tables up to date; several nodes may do so at once.
     *
     * @throws SettingException if the database cannot be reached or prepared
     */
    public LedgerSchema(DataSource dataSource) {
        try {
            Flyway.configure()
                    .dataSource(dataSource)
                    .schemas(SCHEMA)
                    .locations("classpath:org/consentledger/ledger/migration")
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new SettingException("the ledger's database cannot be prepared: " + rootMessage(e), e);
        }
    }

    private static String rootMessage(Throwable thrown) {
        var root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage()).lines().findFirst().orElse("no reason given");
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
