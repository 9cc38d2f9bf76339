package org.consentledger.ledger.store;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.trace.TracerProvider;
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
import org.consentledger.ledger.trace.TraceParent;
import org.consentledger.subject.SubjectId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The event store without services around it; several on one database behave as several nodes. */
public final class EventStoreUnderTest {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
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
        var tracer = TracerProvider.noop().get("test");
        var serializer = new LedgerSerializer(new StoredTypes(List.of()));
        subjects = SubjectsUnderTest.on(dataSource);
        engine = StorageEngines.onPostgres(
                schema,
                serializer,
                upcasters,
                SnapshotFilter.allowAll(),
                dataSource,
                subjects,
                new AppendMeters(meters),
                tracer);
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

    public MeterRegistry meters() {
        return meters;
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

    /** Appends as one command would, starting at a stream's sequence number; returns the id of the first event. */
    public String append(String streamType, String streamId, long sequence, LedgerEvent... events) {
        return append(UUID.randomUUID(), streamType, streamId, sequence, events);
    }

    public String append(UUID commandId, String streamType, String streamId, long sequence, LedgerEvent... events) {
        if (streamType.equals("Subject")) {
            var id = new SubjectId(streamId);
            var subject = sequence == 0 ? SubjectsUnderTest.beginning(id) : subjects.recorded(id);
            return append(commandId, subject, sequence, events);
        }
        var messages = messages(identity(commandId), streamType, streamId, sequence, events);
        engine.appendEvents(messages);
        return messages.getFirst().getIdentifier();
    }

    /** The same about this subject. */
    public String append(Subject subject, long sequence, LedgerEvent... events) {
        return append(UUID.randomUUID(), subject, sequence, events);
    }

    private String append(UUID commandId, Subject subject, long sequence, LedgerEvent... events) {
        var messages = messages(identity(commandId), "Subject", subject.id().value(), sequence, events);
        var command = new GenericCommandMessage<Object>("test", subject.toMetaData());
        DefaultUnitOfWork.startAndGet(command).execute(() -> engine.appendEvents(messages));
        return messages.getFirst().getIdentifier();
    }

    private static MetaData identity(UUID commandId) {
        return new CommandIdentity(commandId, "test", "test-client", "")
                .toMetaData()
                .mergedWith(TraceParent.current().map(TraceParent::toMetaData).orElseGet(MetaData::emptyInstance));
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
