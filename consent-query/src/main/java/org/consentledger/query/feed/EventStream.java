package org.consentledger.query.feed;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import org.consentledger.ledger.reading.LedgerReader;
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

    private static final byte[] OPENING = ascii("retry: 2000\n\n");
    private static final byte[] HEARTBEAT = ascii(":\n\n");

    private final LedgerReader ledger;
    private final Unsealing unsealing;
    private final AccessLog accesses;
    private final LedgerHead head;
    private final Streams streams;
    private final Duration heartbeat;
    private final JsonMapper json;
    private final Clock clock;

    EventStream(
            LedgerReader ledger,
            Unsealing unsealing,
            AccessLog accesses,
            LedgerHead head,
            Streams streams,
            QueryProperties properties,
            JsonMapper json,
            Clock clock) {
        this.ledger = ledger;
        this.unsealing = unsealing;
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
        send(out, OPENING);
        var position = after;
        var left = limit;
        while (left > 0 && goesOn(reader)) {
            var seen = head.position();
            var from = position;
            var size = (int) Math.min(PAGE_EVENTS, left);
            var page = ReadableEvents.read(ledger, events -> filter.after(from, events), size);
            var shown = unsealing.of(page.events()).stream()
                    .map(recorded -> EventView.of(recorded, ledger))
                    .toList();
            accesses.enter(reader, ReadOperation.EVENTS, shown.stream().map(EventView::subjectId));
            for (var event : shown) {
                out.write(written(event));
                position = event.position();
            }
            out.flush();
            left -= page.events().size();
            if (!page.cut() && page.events().size() < size) {
                // there was nothing more up to here that the filter lets through
                position = Math.max(position, seen);
                awaitBeyond(position, reader, out);
            }
        }
    }

    /** A token that ended lets nobody read on; a client comes back with another and Last-Event-ID. */
    private boolean goesOn(Reader reader) {
        return streams.isRunning() && clock.instant().isBefore(reader.caller().expiresAt());
    }

    private void awaitBeyond(long position, Reader reader, OutputStream out) throws IOException {
        try {
            var silent = Duration.ZERO;
            while (goesOn(reader) && !head.awaitBeyond(position, STEP)) {
                silent = silent.plus(STEP);
                if (silent.compareTo(heartbeat) >= 0) {
                    send(out, HEARTBEAT);
                    silent = Duration.ZERO;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    private byte[] written(EventView event) {
        return """
                id: %d
                event: %s
                data: %s

                """.formatted(event.position(), event.type(), json.writeValueAsString(event))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static void send(OutputStream out, byte[] bytes) throws IOException {
        out.write(bytes);
        out.flush();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
