package org.consentledger.ledger.store;

import static org.axonframework.eventsourcing.EventStreamUtils.upcastAndDeserializeDomainEvents;

import io.opentelemetry.api.trace.Tracer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.snapshotting.SnapshotFilter;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.Serializer;
import org.consentledger.ledger.coalescing.Coalescer;
import org.consentledger.ledger.keyring.Subject;
import org.consentledger.ledger.keyring.Subjects;
import org.consentledger.ledger.reading.RecordedEvent;
import org.consentledger.subject.SubjectId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The ledger as Axon's event storage. Appends of all callers share commits ({@link GroupCommit}), loads of all callers
 * share round trips. Positions are given out in commit order, on all nodes, so a tracking token is one number.
 */
final class LedgerStorageEngine extends BatchingEventStorageEngine {

    private static final Logger LOG = LoggerFactory.getLogger(LedgerStorageEngine.class);

    private final GroupCommit commits;
    private final EventStatements statements;
    private final SnapshotFilter snapshots;
    private final Subjects subjects;
    private final Tracer tracer;
    private final Coalescer<String, StoredStream> loads;

    LedgerStorageEngine(
            Builder builder,
            GroupCommit commits,
            EventStatements statements,
            SnapshotFilter snapshots,
            Subjects subjects,
            Tracer tracer) {
        super(builder);
        this.subjects = subjects;
        this.tracer = tracer;
        this.commits = commits;
        this.statements = statements;
        this.snapshots = snapshots;
        this.loads = new Coalescer<>(statements::load);
    }

    /**
     * Returns when the events are durable.
     *
     * @throws CommandAlreadyRecordedException if the ledger holds events of the same command
     * @throws SubjectMovedException if its subject became known, or was erased, or began anew meanwhile
     * @throws AggregateStreamCreationException if the stream was to begin and exists
     * @throws CatalogueMovedException if what was decided on moved on meanwhile
     * @throws ConcurrencyException if the stream did
     */
    @Override
    protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
        if (events.isEmpty()) {
            return;
        }
        var append =
                Append.of(events, subject(Append.domainEvent(events.getFirst())), serializer, AppendSpan.start(tracer));
        switch (recorded(append)) {
            case AppendOutcome.Recorded recorded ->
                CurrentUnitOfWork.ifStarted(unit -> Appended.to(unit, recordedEvents(append, recorded)));
            case AppendOutcome.AlreadyRecorded _ -> throw new CommandAlreadyRecordedException();
            case AppendOutcome.SubjectMoved _ -> throw new SubjectMovedException();
            case AppendOutcome.StreamMoved _
            when append.firstSequence() == 0 -> throw new AggregateStreamCreationException("the stream exists already");
            case AppendOutcome.StreamMoved _ -> throw new ConcurrencyException("the stream moved on");
            case AppendOutcome.CatalogueMoved _ -> throw new CatalogueMovedException();
            case AppendOutcome.Failed failed -> throw failed.cause();
        }
    }

    private AppendOutcome recorded(Append append) {
        try (var span = append.span()) {
            return span.ended(commits.append(append));
        }
    }

    /** Whom events are about: the command knows, unless the service gave it itself. */
    private @Nullable Subject subject(DomainEventMessage<?> event) {
        if (!Append.isOfSubject(event.getType())) {
            return null;
        }
        return Subject.ofCommand().orElseGet(() -> subjects.recorded(new SubjectId(event.getAggregateIdentifier())));
    }

    private static List<RecordedEvent> recordedEvents(Append append, AppendOutcome.Recorded recorded) {
        var events = new ArrayList<RecordedEvent>();
        for (var row : append.events()) {
            events.add(new RecordedEvent(
                    recorded.firstPosition() + events.size(),
                    row.eventId(),
                    append.streamId(),
                    append.streamType(),
                    row.type(),
                    Integer.parseInt(row.revision()),
                    recorded.recordedAt(),
                    append.commandId(),
                    row.metadata(),
                    row.event(),
                    null));
        }
        return events;
    }

    /** A whole stream, from its newest usable snapshot on. */
    DomainEventStream load(String streamId) {
        if (Subject.ofCommand().filter(Subject::isNew).isPresent()) {
            return DomainEventStream.empty();
        }
        var stored = loads.ask(streamId);
        var snapshot = Optional.ofNullable(stored.snapshot()).flatMap(this::usable);
        if (stored.snapshot() != null && snapshot.isEmpty()) {
            return readEvents(streamId, 0);
        }
        var events = upcastAndDeserializeDomainEvents(stored.events().stream(), getEventSerializer(), upcasterChain);
        var known = snapshot.map(first -> DomainEventStream.concat(DomainEventStream.of(first), events))
                .orElse(events);
        return stored.isComplete()
                ? known
                : DomainEventStream.concat(
                        known, readEvents(streamId, stored.events().getLast().getSequenceNumber() + 1));
    }

    /** One of another release may not be readable any more; the stream then is, from its beginning. */
    private Optional<DomainEventMessage<?>> usable(DomainEventData<?> snapshot) {
        if (!snapshots.allow(snapshot)) {
            return Optional.empty();
        }
        try {
            DomainEventMessage<?> message = upcastAndDeserializeDomainEvents(
                            Stream.of(snapshot), getSnapshotSerializer(), upcasterChain)
                    .next();
            message.getPayload();
            return Optional.of(message);
        } catch (RuntimeException e) {
            LOG.warn(
                    "snapshot {} of stream {} cannot be read and is passed over: {}",
                    snapshot.getEventIdentifier(),
                    snapshot.getAggregateIdentifier(),
                    e.getClass().getName());
            return Optional.empty();
        }
    }

    @Override
    protected void storeSnapshot(DomainEventMessage<?> snapshot, Serializer serializer) {
        statements.keep(snapshot, serializer);
    }

    @Override
    protected Stream<? extends DomainEventData<?>> readSnapshotData(String streamId) {
        return statements.snapshot(streamId).stream();
    }

    @Override
    protected List<? extends DomainEventData<?>> fetchDomainEvents(String streamId, long firstSequence, int limit) {
        return statements.page(streamId, firstSequence, limit);
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String streamId) {
        return statements.lastSequence(streamId);
    }

    @Override
    protected List<? extends TrackedEventData<?>> fetchTrackedEvents(TrackingToken last, int limit) {
        return statements.after(last == null ? -1 : last.position().orElse(-1), limit);
    }

    @Override
    public TrackingToken createTailToken() {
        return new GlobalSequenceTrackingToken(-1);
    }

    @Override
    public TrackingToken createHeadToken() {
        return new GlobalSequenceTrackingToken(statements.head());
    }

    /** What Axon's engines are made of; only its name is ours. */
    static final class Parts extends Builder {}
}
