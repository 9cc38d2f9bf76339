package org.consentledger.ledger.replication;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * Makes sure that what was read of the database will outlive its primary. A commit becomes visible when the synchronous
 * standby has it, with two exceptions: where somebody ended the wait, and where a primary crashed meanwhile and came up
 * again by itself. So whoever is about to tell something that cannot be taken back waits here first. Without a
 * synchronous standby nobody waits.
 */
public final class Replication {

    /** A commit of nothing waits until the standby has all that was written before it. */
    private static final String BARRIER = "SELECT pg_logical_emit_message(true, 'consent-ledger', '')"
            + " WHERE current_setting('synchronous_standby_names') <> ''";

    private final DataSource dataSource;

    /** @param dataSource gives connections in auto-commit mode */
    public Replication(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Returns when everything that was visible before is on the synchronous standby.
     *
     * @throws DataAccessResourceFailureException if that is not known: the standby is away, or the wait was ended
     */
    public void await() {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(BARRIER);
            CommitWait.requireComplete(statement);
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("nobody knows whether the standby has it", e);
        }
    }
}
