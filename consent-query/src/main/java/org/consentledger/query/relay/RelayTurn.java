package org.consentledger.query.relay;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.consentledger.ledger.connection.OwnConnection;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * Whose turn it is to relay: one node's at a time. A lock of PostgreSQL on a connection of its own: when a node dies, the
 * database lets go of it. It only keeps nodes from being in each other's way; that two never relay at once is Kafka's to
 * see to. For one thread.
 */
final class RelayTurn implements AutoCloseable {

    /** Any number will do, as long as every node uses the same one. */
    private static final long RELAYING = 27988542867467901L;

    /** A node that is cut off, or whose machine died, is noticed by the database after a few seconds of silence. */
    private static final String NOTICE_SILENCE =
            "SET tcp_keepalives_idle = 2; SET tcp_keepalives_interval = 1; SET tcp_keepalives_count = 3";

    private static final int SIGN_OF_LIFE_SECONDS = 5;

    private final DataSource dataSource;
    private @Nullable Connection connection;

    /** @param dataSource the service's own; beside its pool one more connection is opened */
    RelayTurn(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Whether this node has it from now on; false if another one has.
     *
     * @throws DataAccessResourceFailureException if no primary is reached
     */
    boolean take() {
        try {
            var open = connection == null ? connect() : connection;
            requirePrimary(open);
            return asks(open, "SELECT pg_try_advisory_lock(" + RELAYING + ")");
        } catch (SQLException e) {
            disconnect();
            throw new DataAccessResourceFailureException("no turn can be taken", e);
        }
    }

    private Connection connect() throws SQLException {
        var opened = OwnConnection.open(dataSource);
        connection = opened;
        try (var statement = opened.createStatement()) {
            statement.execute(NOTICE_SILENCE);
        }
        return opened;
    }

    /** A primary that was fenced keeps its locks, and the new one knows nothing of them. */
    private static void requirePrimary(Connection connection) throws SQLException {
        if (!OwnConnection.isToPrimary(connection)) {
            throw new SQLException("the server is no primary");
        }
    }

    /** @throws DataAccessResourceFailureException if the turn was lost with its connection, or its server is no primary any more */
    void requireHeld() {
        try {
            if (connection == null || !connection.isValid(SIGN_OF_LIFE_SECONDS)) {
                throw new SQLException("no sign of life");
            }
            requirePrimary(connection);
        } catch (SQLException e) {
            disconnect();
            throw new DataAccessResourceFailureException("the turn was lost", e);
        }
    }

    /** So that another node may have it, now. */
    void giveBack() {
        if (connection == null) {
            return;
        }
        try {
            asks(connection, "SELECT pg_advisory_unlock(" + RELAYING + ")");
        } catch (SQLException e) {
            // it goes with its connection
            disconnect();
        }
    }

    private static boolean asks(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            return result.next() && result.getBoolean(1);
        }
    }

    /** Without a word to the server, which may not be there. */
    private void disconnect() {
        var last = connection;
        connection = null;
        if (last != null) {
            try {
                last.abort(Runnable::run);
            } catch (SQLException e) {
                // it was gone already
            }
        }
    }

    @Override
    public void close() {
        disconnect();
    }
}
