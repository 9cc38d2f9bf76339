package org.consentledger.ledger.store;

import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jpa.SQLStateResolver;
import org.axonframework.eventsourcing.snapshotting.SnapshotFilter;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.consentledger.ledger.serial.LedgerSerializer;

/** Makes the event storage engine behind Axon's interface. */
public final class StorageEngines {

    /** Events read in one round trip when a stream is loaded or followed. */
    private static final int PAGE_EVENTS = 500;

    /** PostgreSQL's code for a violated unique constraint: another command was first. */
    private static final String UNIQUE_VIOLATION = "23505";

    private StorageEngines() {}

    public static EventStorageEngine onPostgres(
            LedgerSchema schema,
            LedgerSerializer serializer,
            EventUpcaster upcasters,
            SnapshotFilter snapshots,
            TransactionManager transactions,
            ConnectionProvider connections) {
        var builder = JdbcEventStorageEngine.builder();
        builder.schema(schema.events())
                .dataType(String.class)
                .appendEvents((connection, eventSchema, type, events, eventSerializer, timestamps) ->
                        AppendStatement.of(connection, events, eventSerializer))
                .connectionProvider(connections)
                .transactionManager(transactions)
                .eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .upcasterChain(upcasters)
                .snapshotFilter(snapshots)
                .persistenceExceptionResolver(new SQLStateResolver(UNIQUE_VIOLATION))
                .batchSize(PAGE_EVENTS);
        return new LedgerStorageEngine(builder, transactions, connections);
    }
}
