package org.consentledger.query.feed;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.consentledger.ledger.reading.LedgerReader;
import org.consentledger.ledger.reading.RecordedEvent;
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
    private final CloudEvents events;
    private final AccessLog accesses;
    private final JsonMapper json;

    EventLines(LedgerReader ledger, Unsealing unsealing, CloudEvents events, AccessLog accesses, JsonMapper json) {
        this.ledger = ledger;
        this.unsealing = unsealing;
        this.events = events;
        this.accesses = accesses;
        this.json = json;
    }

    /**
     * Writes all of them.
     *
     * @param limit of lines
     * @param reader whose accesses are entered page by page, each before it is written
     * @throws IOException if the caller has gone
     */
    void write(FeedFilter filter, long after, long limit, Reader reader, OutputStream out) throws IOException {
        var scan = Scan.of(ledger::read, RecordedEvent::position);
        var head = ledger.head();
        var position = after;
        var left = limit;
        while (left > 0 && position < head) {
            var found = scan.next(filter, position, head, (int) Math.min(PAGE_EVENTS, left));
            var shown = unsealing.of(found.items());
            accesses.enter(reader, ReadOperation.EVENTS, shown.stream().map(RecordedEvent::subjectId));
            for (var event : events.of(shown)) {
                out.write(json.writeValueAsString(event).getBytes(StandardCharsets.UTF_8));
                out.write('\n');
            }
            out.flush();
            left -= shown.size();
            position = found.upTo();
        }
    }
}
