package org.consentledger.query.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.consentledger.LedgerEvent;
import org.consentledger.http.json.WebJson;
import org.consentledger.ledger.LedgerDatabase;
import org.consentledger.query.support.Facts;
import org.consentledger.query.support.QueryService;
import org.consentledger.query.support.Recorder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * Somebody who follows the ledger with a bad connection, while others write into it: sees each event once and in order, whatever
 * form they ask for and wherever the connection breaks, within an event too.
 */
class ReconnectTest {

    private static final int WRITERS = 3;
    private static final int COMMANDS = 60;

    @ParameterizedTest
    @ValueSource(longs = {7, 20161102})
    @Timeout(120)
    void everyPositionOnceAndInOrder(long seed) throws Exception {
        var database = LedgerDatabase.fresh();
        try (var service = QueryService.on(database, "query.stream-heartbeat=1s", "query.streams-max=1000");
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var written = new AtomicBoolean();
            var writers = IntStream.range(0, WRITERS)
                    .<Future<?>>mapToObj(
                            writer -> threads.submit(() -> write(new Recorder(database), writer, new Random(seed))))
                    .toList();
            var follower = new Follower(service, new Random(seed));
            var following = threads.submit(() -> {
                while (!written.get()
                        || follower.seen.size() <= service.recorder().position()) {
                    follower.connectOnce();
                }
                return null;
            });
            for (var writer : writers) {
                writer.get();
            }
            written.set(true);
            following.get();

            assertThat(follower.seen)
                    .as("seed %d, %d connections", seed, follower.connections)
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(0, service.recorder().position())
                                    .boxed()
                                    .toList());
            assertThat(follower.connections).isGreaterThan(10);
            assertThat(follower.cutWithinAnEvent).isPositive();
            assertThat(follower.pages).isPositive();
            assertThat(follower.batches).isPositive();
        }
    }

    private static void write(Recorder recorder, int writer, Random random) {
        for (var command = 0; command < COMMANDS; command++) {
            var facts = new ArrayList<LedgerEvent>();
            for (var n = random.nextInt(4); n >= 0; n--) {
                facts.add(Facts.given(
                        "planted-written-" + writer + "-" + command % 7, "p" + command + "-" + n, "2016-11-02"));
            }
            recorder.record(facts.toArray(LedgerEvent[]::new));
        }
    }

    /** Keeps the last position that it has whole, and nothing else. */
    private static final class Follower {

        private final QueryService service;
        private final Random random;
        private final List<Long> seen = new ArrayList<>();
        private int connections;
        private int cutWithinAnEvent;
        private int pages;
        private int batches;

        Follower(QueryService service, Random random) {
            this.service = service;
            this.random = random;
        }

        private long last() {
            return seen.isEmpty() ? -1 : seen.getLast();
        }

        void connectOnce() throws IOException {
            connections++;
            switch (random.nextInt(5)) {
                case 0 -> page();
                case 1 -> batch();
                case 2 -> read("/v1/events?after=" + last(), "application/x-ndjson", "", "{");
                case 3 -> read("/v1/events?after=" + last(), "text/event-stream", "", "data: {");
                // what a browser sends again is the address it began with
                default -> read("/v1/events?after=-1", "text/event-stream", Long.toString(last()), "data: {");
            }
        }

        private void page() {
            pages++;
            see(asked("application/json").get("events"));
        }

        private void batch() {
            batches++;
            see(asked("application/cloudevents-batch+json"));
        }

        private JsonNode asked(String form) {
            return service.ask("/v1/events?after=" + last() + "&limit=" + (1 + random.nextInt(40)), "Accept", form)
                    .json();
        }

        private void see(JsonNode events) {
            assertThat(events.isArray()).isTrue();
            events.forEach(event -> seen.add(event.get("position").asLong()));
        }

        /** Up to some byte, wherever it lies. */
        private void read(String path, String form, String lastEventId, String begin) throws IOException {
            var headers = new ArrayList<>(List.of("Accept", form));
            if (!lastEventId.isEmpty()) {
                headers.addAll(List.of("Last-Event-ID", lastEventId));
            }
            var answer = service.open(path, headers.toArray(String[]::new));
            assertThat(answer.statusCode()).isEqualTo(200);
            try (var body = answer.body()) {
                take(body, random.nextInt(40_000), begin);
            }
        }

        private void take(InputStream body, int bytes, String begin) throws IOException {
            var line = new StringBuilder();
            for (var left = bytes; left > 0; left--) {
                // a follower that has everything does not wait for what may never come
                if (body.available() == 0 && last() >= service.recorder().position()) {
                    return;
                }
                var next = body.read();
                if (next < 0) {
                    return;
                }
                if (next != '\n') {
                    line.append((char) next);
                } else {
                    see(line.toString(), begin);
                    line.setLength(0);
                }
            }
            if (line.indexOf("{") >= 0) {
                cutWithinAnEvent++;
            }
        }

        private void see(String line, String begin) {
            if (line.startsWith(begin)) {
                var event = new String(
                        line.substring(begin.length() - 1).getBytes(StandardCharsets.ISO_8859_1),
                        StandardCharsets.UTF_8);
                seen.add(WebJson.mapper().readTree(event).get("position").asLong());
            }
        }
    }
}
