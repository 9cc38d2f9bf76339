package org.consentledger.query.replay;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;

/**
 * Whose turn it is to run replays: one node's at a time. The lock belongs to a connection, so when a node dies the database
 * lets go of it; who has it knows that nobody else runs a replay, whatever the rows say.
 */
@Component
class ReplayTurns {

    /** Any numbers will do, as long as every node uses the same ones. */
    static final long ADDING = 27988542867467894L;

    private static final long RUNNING = 27988542867467895L;

    private final DataSource dataSource;

    ReplayTurns(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** A turn, until it is closed; empty if another node has it. */
    Optional<Turn> take() {
        try {
            var connection = dataSource.getConnection();
            var taken = Optional.<Turn>empty();
            try {
                taken = asks(connection, "SELECT pg_try_advisory_lock(" + RUNNING + ")")
                        ? Optional.of(new Turn(connection))
                        : Optional.empty();
            } finally {
                if (taken.isEmpty()) {
                    connection.close();
                }
            }
            return taken;
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("no turn can be taken", e);
        }
    }

    private static boolean asks(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            return result.next() && result.getBoolean(1);
        }
    }

    record Turn(Connection connection) implements AutoCloseable {

        @Override
        public void close() {
            try (connection) {
                asks(connection, "SELECT pg_advisory_unlock(" + RUNNING + ")");
            } catch (SQLException e) {
                throw new DataAccessResourceFailureException("the turn was lost with its connection", e);
            }
        }
    }
}
