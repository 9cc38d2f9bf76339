package org.consentledger.command.stream;

import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandBusSpanFactory;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.lock.LockFactory;
import org.axonframework.common.lock.PessimisticLockFactory;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.annotation.HandlerDefinition;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.spring.eventsourcing.SpringAggregateSnapshotter;
import org.consentledger.ledger.catalogue.CatalogueReader;
import org.consentledger.ledger.reading.KnownEvents;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class StreamConfiguration {

    /** Long, because a waiter that tries again goes to the end of the queue. */
    private static final int LOCK_ATTEMPT_MS = 1_000;

    /** Three seconds in all: after that the caller is told to come back rather than kept waiting. */
    private static final int LOCK_ATTEMPTS_MAX = 3;

    /**
     * Streams whose state is kept in memory, per node. A subject's takes 1 to 3 KiB, at the most some 30 KiB when it has a
     * long history of every purpose.
     */
    private static final int STREAMS_AT_HAND_MAX = 20_000;

    @Bean
    CommandTargetResolver streamTarget() {
        return new StreamTarget();
    }

    @Bean
    LockFactory streamLocks() {
        return PessimisticLockFactory.builder()
                .lockAttemptTimeout(LOCK_ATTEMPT_MS)
                .acquireAttempts(LOCK_ATTEMPTS_MAX)
                .build();
    }

    @Bean
    Recording recording(KnownEvents known, EventStore events, CatalogueReader catalogue) {
        return new Recording(new LedgerFacts(known, events), catalogue);
    }

    @Bean
    Cache streamCache() {
        return new StreamCache(STREAMS_AT_HAND_MAX);
    }

    /**
     * Without transactions: the store commits by itself, and a command that waits for that must not hold a connection
     * which others need to get there.
     */
    @Bean
    @Qualifier("localSegment") SimpleCommandBus commandBus(org.axonframework.config.Configuration axon) {
        var bus = SimpleCommandBus.builder()
                .transactionManager(NoTransactionManager.INSTANCE)
                .messageMonitor(axon.messageMonitor(CommandBus.class, "commandBus"))
                .spanFactory(axon.getComponent(CommandBusSpanFactory.class))
                .build();
        bus.registerHandlerInterceptor(new CorrelationDataInterceptor<>(axon.correlationDataProviders()));
        return bus;
    }

    @Bean(destroyMethod = "close")
    SnapshotThread snapshotThread() {
        return new SnapshotThread();
    }

    /** Snapshots are taken behind the caller's back: the answer does not wait for them. */
    @Bean
    SpringAggregateSnapshotter snapshotter(
            EventStore events,
            org.axonframework.config.Configuration axon,
            HandlerDefinition handlers,
            ParameterResolverFactory parameters,
            SnapshotThread thread) {
        return SpringAggregateSnapshotter.builder()
                .repositoryProvider(axon::repository)
                .parameterResolverFactory(parameters)
                .handlerDefinition(handlers)
                .eventStore(events)
                .executor(thread)
                .build();
    }
}
