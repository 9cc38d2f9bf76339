package org.consentledger.ledger.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.Serializer;
import org.consentledger.recipient.Recipient;
import org.consentledger.transfer.TransferEvent;

/**
 * Axon's JDBC engine, with one addition: appends take turns, on all nodes. Positions are therefore assigned in commit
 * order, a reader that has seen a position never finds a lower one later, and what a transfer decision rested on can be
 * checked in the same breath as it is recorded.
 */
final class LedgerStorageEngine extends JdbcEventStorageEngine {

    /** Any number will do, as long as every node uses the same one. */
    static final long APPEND_LOCK = 0x636f6e73656e74L;

    private static final int TURN_WAIT_MAX_MS = 3_000;

    private final TransactionManager transactions;
    private final ConnectionProvider connections;

    LedgerStorageEngine(Builder builder, TransactionManager transactions, ConnectionProvider connections) {
        super(builder);
        this.transactions = transactions;
        this.connections = connections;
    }

    @Override
    protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
        transactions.executeInTransaction(() -> {
            takeTurn();
            events.forEach(this::requireCatalogueUnchanged);
            super.appendEvents(events, serializer);
        });
    }

    /**
     * Waits until every append before this one is committed and visible, or rolled back; the turn ends with the
     * transaction. The wait is bounded: a node that stalls in its turn must not hang the others' callers.
     */
    private void takeTurn() {
        query("SELECT set_config('lock_timeout', ?, true), pg_advisory_xact_lock(?)", statement -> {
            statement.setString(1, TURN_WAIT_MAX_MS + "ms");
            statement.setLong(2, APPEND_LOCK);
            try (var result = statement.executeQuery()) {
                return result.next();
            }
        });
    }

    /**
     * A transfer decision holds only as long as no notice was published and nothing happened to its recipient since the
     * catalogue was read.
     *
     * @throws ConcurrencyException if the catalogue moved on in a way that matters; the command is then decided anew
     */
    private void requireCatalogueUnchanged(EventMessage<?> event) {
        if (!(event.getPayload() instanceof TransferEvent decided)) {
            return;
        }
        var changed = query("""
                SELECT 1 FROM ledger.event
                 WHERE stream_type <> 'Subject' AND position > ?
                   AND (stream_type = 'Notice' OR stream_id = ?)
                 LIMIT 1
                """, statement -> {
            statement.setLong(1, decided.decidedOn().cataloguePosition());
            statement.setString(2, Recipient.streamId(decided.transfer().recipient()));
            try (var result = statement.executeQuery()) {
                return result.next();
            }
        });
        if (changed) {
            throw new ConcurrencyException("the catalogue changed while a transfer was decided");
        }
    }

    private boolean query(String sql, Query query) {
        try (var connection = connections.getConnection();
                var statement = connection.prepareStatement(sql)) {
            return query.ask(statement);
        } catch (SQLException e) {
            throw new EventStoreException("the event store could not be asked", e);
        }
    }

    @FunctionalInterface
    private interface Query {
        boolean ask(PreparedStatement statement) throws SQLException;
    }

    /** Axon keeps milliseconds by default; the ledger keeps microseconds. */
    @Override
    protected void writeTimestamp(PreparedStatement statement, int position, Instant timestamp) throws SQLException {
        statement.setObject(position, timestamp.atOffset(ZoneOffset.UTC));
    }

    @Override
    protected Object readTimeStamp(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant().toString();
    }
}
