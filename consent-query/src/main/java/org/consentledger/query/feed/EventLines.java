package org.consentledger.query.feed;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.consentledger.ledger.reading.LedgerReader;
import org.consentledger.ledger.reading.Unsealing;
import org.consentledger.query.access.AccessLog;
import org.consentledger.query.access.ReadOperation;
import org.consentledger.query.access.Reader;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes events as newline-delimited JSON, up to where the ledger ends when it begins. Holds one page in memory. */
@Component
final class EventLines {

    private static final int PAGE_EVENTS = 500;

    private final LedgerReader ledger;
    private final Unsealing unsealing;
    private final AccessLog accesses;
    private final Streams streams;
    private final JsonMapper json;

    EventLines(LedgerReader ledger, Unsealing unsealing, AccessLog accesses, Streams streams, JsonMapper json) {
        this.ledger = ledger;
        this.unsealing = unsealing;
        this.accesses = accesses;
        this.streams = streams;
        this.json = json;
    }

    /**
     * @param limit of lines
     * @param reader whose accesses are entered page by page, each before it is written
     * @throws IOException if the caller has gone
     * @throws IllegalStateException if the service stops before everything is written
     */
    void write(FeedFilter filter, long after, long limit, Reader reader, OutputStream out) throws IOException {
        var head = ledger.head();
        var position = after;
        var left = limit;
        while (left > 0 && position < head) {
            if (!streams.isRunning()) {
                throw new IllegalStateException("the service stops");
            }
            var size = (int) Math.min(PAGE_EVENTS, left);
            var page = ledger.read(filter.after(position, size));
            var shown = unsealing.of(page).stream()
                    .takeWhile(recorded -> recorded.position() <= head)
                    .map(recorded -> EventView.of(recorded, ledger))
                    .toList();
            accesses.enter(reader, ReadOperation.EVENTS, shown.stream().map(EventView::subjectId));
            for (var event : shown) {
                out.write(json.writeValueAsString(event).getBytes(StandardCharsets.UTF_8));
                out.write('\n');
            }
            out.flush();
            left -= page.size();
            position = page.size() < size ? head : page.getLast().position();
        }
    }
}
