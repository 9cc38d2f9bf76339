package org.consentledger.ledger.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.ZoneOffset;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.serialization.Serializer;
import org.consentledger.LedgerEvent;
import org.consentledger.ledger.serial.FactDigest;
import org.consentledger.transfer.TransferEvent;

/** The insertion of what one command recorded. */
final class AppendStatement {

    private static final String INSERT = """
            INSERT INTO ledger.event (event_id, stream_id, stream_sequence, stream_type, recorded_at, event_type,
                revision, payload, metadata, command_id, event_index, request_sha256, fact_sha256, recipient)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
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
            statement.setObject(5, message.getTimestamp().atOffset(ZoneOffset.UTC));
            statement.setString(6, payload.getType().getName());
            statement.setString(7, payload.getType().getRevision());
            statement.setString(8, payload.getData());
            statement.setString(9, metadata.getData());
            statement.setObject(10, identity.commandId());
            statement.setInt(11, index);
            statement.setString(12, identity.requestSha256());
            statement.setBytes(13, FactDigest.of(event));
            statement.setObject(
                    14, event instanceof TransferEvent e ? e.transfer().recipient() : null, Types.VARCHAR);
            statement.addBatch();
        }
        return statement;
    }
}
