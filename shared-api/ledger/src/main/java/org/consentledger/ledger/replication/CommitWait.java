package org.consentledger.ledger.replication;

import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.util.PSQLWarning;
import org.postgresql.util.ServerErrorMessage;

/**
 * The wait of a commit for the synchronous standby. When somebody ends it ({@code pg_cancel_backend}), PostgreSQL answers
 * that the commit succeeded, and adds a warning: it is on the primary, and perhaps nowhere else.
 */
public final class CommitWait {

    /** Who gives that warning; its text is in the server's language. */
    private static final String WAITER = "SyncRepWaitForLSN";

    /** SQLState: it is not known whether the statement completed. PostgreSQL, appendix A. */
    private static final String COMPLETION_UNKNOWN = "40003";

    private CommitWait() {}

    /**
     * To be asked when a statement that commits has been executed, and before anybody is told.
     *
     * @throws SQLException with the state 40003 if the wait was ended
     */
    public static void requireComplete(Statement statement) throws SQLException {
        for (var warning = statement.getWarnings(); warning != null; warning = warning.getNextWarning()) {
            if (warning instanceof PSQLWarning told && isOfWaiter(told.getServerErrorMessage())) {
                throw new SQLException(
                        "the commit may be on the primary alone: its wait for the standby was ended",
                        COMPLETION_UNKNOWN);
            }
        }
    }

    private static boolean isOfWaiter(ServerErrorMessage message) {
        return WAITER.equals(message.getRoutine());
    }
}
