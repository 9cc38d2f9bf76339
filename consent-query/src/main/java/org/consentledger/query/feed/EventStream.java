package org.consentledger.query.feed;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import org.consentledger.ledger.reading.EventFilter;
import org.consentledger.ledger.reading.LedgerReader;
import org.consentledger.ledger.reading.RecordedEvent;
import org.consentledger.ledger.reading.Unsealing;
import org.consentledger.query.QueryProperties;
import org.consentledger.query.access.AccessLog;
import org.consentledger.query.access.ReadOperation;
import org.consentledger.query.access.Reader;
import org.consentledger.query.projection.LedgerHead;
import org.consentledger.query.projection.ReadableEvents;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes events as server-sent events (WHATWG HTML, section 9.2) and goes on with new ones as they are recorded. Runs on
 * the request's virtual thread and holds no database connection while it waits.
 */
@Component
final class EventStream {

    private static final int PAGE_EVENTS = 500;

    /** How often to look whether the service stops. */
    private static final Duration STEP = Duration.ofSeconds(1);

    private final LedgerReader ledger;
    private final Unsealing unsealing;
    private final CloudEvents events;
    private final AccessLog accesses;
    private final LedgerHead head;
    private final Streams streams;
    private final Duration heartbeat;
    private final JsonMapper json;
    private final Clock clock;

    EventStream(
            LedgerReader ledger,
            Unsealing unsealing,
            CloudEvents events,
            AccessLog accesses,
            LedgerHead head,
            Streams streams,
            QueryProperties properties,
            JsonMapper json,
            Clock clock) {
        this.ledger = ledger;
        this.unsealing = unsealing;
        this.events = events;
        this.accesses = accesses;
        this.head = head;
        this.streams = streams;
        this.heartbeat = properties.streamHeartbeat();
        this.json = json;
        this.clock = clock;
    }

    /**
     * Ends when the service stops, when the reader's token does, or when the limit is reached.
     *
     * @param limit of events
     * @param reader whose accesses are entered page by page, each before it is written
     * @throws IOException if the caller has gone
     */
    void follow(FeedFilter filter, long after, long limit, Reader reader, OutputStream out) throws IOException {
        var wire = new Wire(out, heartbeat);
        wire.open();
        var scan = new Scan<>(this::readable, RecordedEvent::position);
        var position = after;
        var left = limit;
        while (left > 0 && goesOn(reader)) {
            var seen = head.position();
            if (position < seen) {
                var found = scan.next(filter, position, seen, (int) Math.min(PAGE_EVENTS, left));
                var shown = unsealing.of(found.items());
                accesses.enter(reader, ReadOperation.EVENTS, shown.stream().map(RecordedEvent::subjectId));
                wire.send(events.of(shown).stream().map(this::written).toList());
                left -= shown.size();
                position = found.upTo();
            } else {
                await(position);
            }
            // also while others are recorded all the time: nothing else tells that the caller has gone
            wire.beat();
        }
    }

    /** What comes before an unreadable event is not held back by it. */
    private Scan.Read<RecordedEvent> readable(EventFilter filter) {
        var page = ReadableEvents.read(ledger, filter::limitedTo, filter.limit());
        return new Scan.Read<>(page.events(), page.cut());
    }

    /** A token that ended lets nobody read on; a client comes back with another and Last-Event-ID. */
    private boolean goesOn(Reader reader) {
        return streams.isRunning() && clock.instant().isBefore(reader.caller().expiresAt());
    }

    private void await(long position) throws IOException {
        try {
            var _ = head.awaitBeyond(position, STEP);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    private byte[] written(CloudEvent event) {
        return """
                id: %s
                event: %s
                data: %s

                """.formatted(event.position(), event.type(), json.writeValueAsString(event))
                .getBytes(StandardCharsets.UTF_8);
    }
}
