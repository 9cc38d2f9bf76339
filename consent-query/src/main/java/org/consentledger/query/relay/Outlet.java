package org.consentledger.query.relay;

import java.util.List;
import java.util.Optional;
import org.consentledger.query.feed.CloudEvent;

/** Where events go out: opened by a relay whose turn it is, and closed when anything goes wrong. For one thread. */
interface Outlet extends AutoCloseable {

    /** What went out last, whoever sent it; empty if nothing did. */
    Optional<Relayed> last();

    /**
     * Sends all of them or none, and with them how far they go.
     *
     * @throws RuntimeException if it is not known whether they went out; then this is to be closed, and another one tells
     */
    void send(List<CloudEvent> events);

    @Override
    void close();

    /** Opens one. */
    @FunctionalInterface
    interface Opening {

        /** Shuts out whoever had one before. */
        Outlet open() throws InterruptedException;
    }
}
