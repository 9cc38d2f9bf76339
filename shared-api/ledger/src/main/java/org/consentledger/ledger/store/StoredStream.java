package org.consentledger.ledger.store;

import java.util.List;
import org.axonframework.eventhandling.DomainEventData;
import org.jspecify.annotations.Nullable;

/**
 * A stream as it was loaded.
 *
 * @param snapshot the newest; null if there is none
 * @param events those after the snapshot, in order, as many as fit a page
 * @param isComplete whether no more come after these
 */
record StoredStream(@Nullable DomainEventData<?> snapshot, List<DomainEventData<?>> events, boolean isComplete) {

    static final StoredStream EMPTY = new StoredStream(null, List.of(), true);

    StoredStream {
        events = List.copyOf(events);
    }
}
