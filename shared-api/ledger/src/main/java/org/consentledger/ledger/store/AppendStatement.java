package org.consentledger.ledger.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.serialization.Serializer;
import org.consentledger.LedgerEvent;
import org.consentledger.ledger.serial.AboutDigest;
import org.consentledger.transfer.TransferEvent;

/**
 * The insertion of what one command recorded. Position and time are given out here, by the database, to whoever's turn it
 * is to append: positions without gaps, and times that never run backwards along them, whatever the nodes' clocks say.
 */
final class AppendStatement {

    private static final String INSERT = """
            INSERT INTO ledger.event (position, recorded_at, event_id, stream_id, stream_sequence, stream_type,
                event_type, revision, payload, metadata, command_id, event_index, request_sha256, about_sha256, recipient)
            SELECT coalesce(head.position, -1) + 1, greatest(clock_timestamp(), head.recorded_at),
                   ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?
              FROM (SELECT 1) AS always
              LEFT JOIN (SELECT position, recorded_at FROM ledger.event ORDER BY position DESC LIMIT 1) AS head ON true
            """;

    private AppendStatement() {}

    static PreparedStatement of(Connection connection, List<? extends EventMessage<?>> events, Serializer serializer)
            throws SQLException {
        var statement = connection.prepareStatement(INSERT);
        for (var index = 0; index < events.size(); index++) {
            if (!(events.get(index) instanceof DomainEventMessage<?> message)
                    || !(message.getPayload() instanceof LedgerEvent event)) {
                throw new IllegalArgumentException("only events of a stream can be recorded");
            }
            var payload = message.serializePayload(serializer, String.class);
            var metadata = message.serializeMetaData(serializer, String.class);
            var identity = CommandIdentity.of(message);
            statement.setString(1, message.getIdentifier());
            statement.setString(2, message.getAggregateIdentifier());
            statement.setLong(3, message.getSequenceNumber());
            statement.setString(4, message.getType());
            statement.setString(5, payload.getType().getName());
            statement.setString(6, payload.getType().getRevision());
            statement.setString(7, payload.getData());
            statement.setString(8, metadata.getData());
            statement.setObject(9, identity.commandId());
            statement.setInt(10, index);
            statement.setString(11, identity.requestSha256());
            statement.setBytes(12, AboutDigest.of(event));
            statement.setObject(
                    13, event instanceof TransferEvent e ? e.transfer().recipient() : null, Types.VARCHAR);
            statement.addBatch();
        }
        return statement;
    }
}
