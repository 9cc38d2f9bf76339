package org.consentledger.ledger.store;

import io.opentelemetry.api.trace.Tracer;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.snapshotting.SnapshotFilter;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.consentledger.ledger.keyring.Subjects;
import org.consentledger.ledger.serial.LedgerSerializer;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes the event store behind Axon's interfaces. */
public final class StorageEngines {

    private StorageEngines() {}

    /**
     * The engine on a database.
     *
     * @param schema shows that the tables are there
     * @param dataSource gives connections in auto-commit mode; the engine commits by itself and takes part in no
     *     transaction of its callers
     * @param tracer makes a span of each append
     */
    public static EventStorageEngine onPostgres(
            LedgerSchema schema,
            LedgerSerializer serializer,
            EventUpcaster upcasters,
            SnapshotFilter snapshots,
            DataSource dataSource,
            Subjects subjects,
            AppendMeters meters,
            Tracer tracer) {
        return new LedgerStorageEngine(
                new LedgerStorageEngine.Parts()
                        .eventSerializer(serializer)
                        .snapshotSerializer(serializer)
                        .upcasterChain(upcasters)
                        .snapshotFilter(snapshots)
                        .batchSize(EventStatements.PAGE_EVENTS),
                new GroupCommit(dataSource, meters),
                new EventStatements(JdbcClient.create(dataSource)),
                snapshots,
                subjects,
                tracer);
    }

    /**
     * The store around an engine.
     *
     * @param engine made by {@link #onPostgres}
     */
    public static EventStore eventStore(EventStorageEngine engine, EmbeddedEventStore.Builder builder) {
        return LedgerEventStore.of(builder, (LedgerStorageEngine) engine);
    }
}
