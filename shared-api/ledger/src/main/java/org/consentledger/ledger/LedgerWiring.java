package org.consentledger.ledger;

import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.consentledger.ledger.serial.LedgerSerializer;
import org.springframework.beans.factory.SmartInitializingSingleton;

/**
 * Makes sure that Axon works with the ledger's own store, transactions and serializer. Left to itself it may fall back
 * to parts that keep nothing, without a word.
 */
final class LedgerWiring implements SmartInitializingSingleton {

    private final Configuration axon;
    private final EventStore eventStore;

    LedgerWiring(Configuration axon, EventStore eventStore) {
        this.axon = axon;
        this.eventStore = eventStore;
    }

    @Override
    public void afterSingletonsInstantiated() {
        require(axon.eventStore().equals(eventStore), "the event store");
        require(axon.getComponent(TransactionManager.class) instanceof SpringTransactionManager, "transactions");
        require(axon.eventSerializer() instanceof LedgerSerializer, "the event serializer");
        require(axon.serializer() instanceof LedgerSerializer, "the serializer");
    }

    private static void require(boolean isOurs, String part) {
        if (!isOurs) {
            throw new IllegalStateException("Axon does not use the ledger's own part for " + part);
        }
    }
}
