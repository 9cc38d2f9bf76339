package org.consentledger.ledger.connection;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;

/**
 * Takes a connection out of the pool whose server takes no writes any more: one that was made a standby, or was fenced.
 * The next one leads to the primary. The pool makes it by its name.
 */
public final class EvictReadOnly implements SQLExceptionOverride {

    /** SQLState: read-only transaction. PostgreSQL, appendix A. */
    private static final String READ_ONLY = "25006";

    @java.lang.Override
    public Override adjudicate(SQLException e) {
        return READ_ONLY.equals(e.getSQLState()) ? Override.MUST_EVICT : Override.CONTINUE_EVICT;
    }
}
