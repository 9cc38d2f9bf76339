package org.consentledger.query.projection;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.consentledger.ledger.reading.EventFilter;
import org.consentledger.ledger.reading.LedgerReader;
import org.consentledger.ledger.reading.RecordedEvent;

/**
 * The ledger's pages one after the other, each read and decoded while the caller still works on the one before. Two are
 * in memory at the most.
 */
final class ReadAhead implements AutoCloseable {

    private final LedgerReader ledger;
    private final int pageEvents;
    private final ExecutorService reader;
    private CompletableFuture<List<RecordedEvent>> next;

    ReadAhead(LedgerReader ledger, long after, int pageEvents) {
        this.ledger = ledger;
        this.pageEvents = pageEvents;
        this.reader = Executors.newSingleThreadExecutor(
                Thread.ofVirtual().name("rebuild-read-ahead").factory());
        this.next = read(after);
    }

    /**
     * The next page; empty if there is nothing more.
     *
     * @throws org.consentledger.ledger.reading.UnreadableEventException if an event in it cannot be read
     */
    List<RecordedEvent> next() {
        try {
            var page = next.join();
            if (!page.isEmpty()) {
                next = read(page.getLast().position());
            }
            return page;
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }

    private CompletableFuture<List<RecordedEvent>> read(long after) {
        return CompletableFuture.supplyAsync(() -> ledger.read(EventFilter.everything(after, pageEvents)), reader);
    }

    /** Waits for the page that is being read. */
    @Override
    public void close() {
        reader.close();
    }
}
