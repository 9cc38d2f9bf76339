package org.consentledger.ledger.store;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.snapshotting.SnapshotFilter;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.consentledger.LedgerEvent;
import org.consentledger.ledger.LedgerDatabase;
import org.consentledger.ledger.reading.LedgerReader;
import org.consentledger.ledger.serial.LedgerSerializer;
import org.consentledger.ledger.serial.StoredTypes;
import org.consentledger.ledger.start.DatabaseRole;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** The event store without services around it; several on one database behave as several nodes. */
public final class EventStoreUnderTest {

    private final EventStorageEngine engine;
    private final LedgerReader reader;

    public EventStoreUnderTest(LedgerDatabase database, EventUpcaster upcasters) {
        var dataSource = database.dataSource(DatabaseRole.WRITER);
        var serializer = new LedgerSerializer(new StoredTypes(List.of()));
        engine = StorageEngines.onPostgres(
                LedgerSchema.migrate(database.dataSource()),
                serializer,
                upcasters,
                SnapshotFilter.allowAll(),
                new SpringTransactionManager(new DataSourceTransactionManager(dataSource)),
                new SpringDataSourceConnectionProvider(dataSource));
        reader = new LedgerReader(JdbcClient.create(dataSource), serializer, upcasters);
    }

    public EventStorageEngine engine() {
        return engine;
    }

    public LedgerReader reader() {
        return reader;
    }

    /** Appends as one command would, starting at a stream's sequence number. */
    public void append(String streamType, String streamId, long sequence, LedgerEvent... events) {
        append(UUID.randomUUID(), streamType, streamId, sequence, events);
    }

    public void append(UUID commandId, String streamType, String streamId, long sequence, LedgerEvent... events) {
        var identity = new CommandIdentity(commandId, "test", "").toMetaData();
        engine.appendEvents(messages(identity, streamType, streamId, sequence, events));
    }

    static List<GenericDomainEventMessage<LedgerEvent>> messages(
            MetaData metaData, String streamType, String streamId, long sequence, LedgerEvent... events) {
        var messages = new ArrayList<GenericDomainEventMessage<LedgerEvent>>();
        for (var event : events) {
            messages.add(
                    new GenericDomainEventMessage<>(streamType, streamId, sequence + messages.size(), event, metaData));
        }
        return messages;
    }
}
