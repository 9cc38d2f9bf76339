package org.consentledger.query.projection;

import javax.sql.DataSource;
import org.consentledger.ledger.store.LedgerSchema;
import org.flywaydb.core.Flyway;

/** The tables of schema {@code projection}, brought up to date when this object is made. */
final class ProjectionSchema {

    /** The tables that queries read. */
    static final String LIVE = "projection";

    /** Where a rebuild fills its copies. */
    static final String REBUILD = "projection_rebuild";

    /** @param ledger makes sure that the ledger's own tables come first */
    ProjectionSchema(DataSource dataSource, LedgerSchema ledger) {
        Flyway.configure()
                .dataSource(dataSource)
                .schemas(LIVE)
                .locations("classpath:org/consentledger/query/migration")
                .load()
                .migrate();
    }
}
