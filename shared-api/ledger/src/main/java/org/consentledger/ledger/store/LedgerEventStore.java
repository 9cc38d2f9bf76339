package org.consentledger.ledger.store;

import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;

/** Axon's event store, except that snapshot and events of a stream come in one round trip. */
public final class LedgerEventStore extends EmbeddedEventStore {

    private final LedgerStorageEngine engine;

    private LedgerEventStore(Builder builder, LedgerStorageEngine engine) {
        super(builder);
        this.engine = engine;
    }

    /** @param builder says everything but the engine */
    static LedgerEventStore of(Builder builder, LedgerStorageEngine engine) {
        return new LedgerEventStore(builder.storageEngine(engine), engine);
    }

    @Override
    public DomainEventStream readEvents(String streamId) {
        Stream<? extends DomainEventMessage<?>> staged = stagedDomainEventMessages(streamId);
        return DomainEventStream.concat(engine.load(streamId), DomainEventStream.of(staged));
    }
}
