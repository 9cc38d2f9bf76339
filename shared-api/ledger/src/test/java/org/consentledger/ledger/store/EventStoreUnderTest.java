package org.consentledger.ledger.store;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.snapshotting.SnapshotFilter;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.consentledger.LedgerEvent;
import org.consentledger.ledger.LedgerDatabase;
import org.consentledger.ledger.keyring.Subject;
import org.consentledger.ledger.keyring.Subjects;
import org.consentledger.ledger.keyring.SubjectsUnderTest;
import org.consentledger.ledger.reading.KnownEvents;
import org.consentledger.ledger.reading.LedgerReader;
import org.consentledger.ledger.serial.LedgerSerializer;
import org.consentledger.ledger.serial.StoredTypes;
import org.consentledger.ledger.start.DatabaseRole;
import org.consentledger.subject.SubjectId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The event store without services around it; several on one database behave as several nodes. */
public final class EventStoreUnderTest {

    private final Subjects subjects;
    private final EventStorageEngine engine;
    private final EventStore store;
    private final LedgerReader reader;
    private final KnownEvents known;

    public EventStoreUnderTest(LedgerDatabase database, EventUpcaster upcasters) {
        this(LedgerSchema.migrate(database.dataSource()), database.dataSource(DatabaseRole.WRITER), upcasters);
    }

    /** A node that reaches the database in a way of its own. */
    public EventStoreUnderTest(LedgerSchema schema, DataSource dataSource, EventUpcaster upcasters) {
        var serializer = new LedgerSerializer(new StoredTypes(List.of()));
        subjects = SubjectsUnderTest.on(dataSource);
        engine = StorageEngines.onPostgres(
                schema, serializer, upcasters, SnapshotFilter.allowAll(), dataSource, subjects);
        store = StorageEngines.eventStore(engine, EmbeddedEventStore.builder());
        reader = new LedgerReader(JdbcClient.create(dataSource), serializer, upcasters);
        known = new KnownEvents(JdbcClient.create(dataSource), serializer, upcasters);
    }

    public EventStore store() {
        return store;
    }

    public Subjects subjects() {
        return subjects;
    }

    public KnownEvents known() {
        return known;
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
        var messages = messages(identity, streamType, streamId, sequence, events);
        if (streamType.equals("Subject")) {
            var id = new SubjectId(streamId);
            about(subjects.recorded(id).orElseGet(() -> SubjectsUnderTest.beginning(id)), messages);
        } else {
            engine.appendEvents(messages);
        }
    }

    /** As a command would that is about this subject. */
    public void append(Subject subject, long sequence, LedgerEvent... events) {
        var identity = new CommandIdentity(UUID.randomUUID(), "test", "").toMetaData();
        about(subject, messages(identity, "Subject", subject.id().value(), sequence, events));
    }

    private void about(Subject subject, List<GenericDomainEventMessage<LedgerEvent>> messages) {
        var command = new GenericCommandMessage<Object>("test", subject.toMetaData());
        DefaultUnitOfWork.startAndGet(command).execute(() -> engine.appendEvents(messages));
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
