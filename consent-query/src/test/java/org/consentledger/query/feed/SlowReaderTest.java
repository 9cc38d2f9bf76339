package org.consentledger.query.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.consentledger.LedgerEvent;
import org.consentledger.http.access.TestIssuer;
import org.consentledger.ledger.LedgerDatabase;
import org.consentledger.query.support.EventSource;
import org.consentledger.query.support.Facts;
import org.consentledger.query.support.QueryService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Callers who ask for everything and then read little, or nothing. */
class SlowReaderTest {

    private static final String STREAM = "text/event-stream";
    private static final String LINES = "application/x-ndjson";

    /** Several megabytes, more than the system's buffers take. */
    private static final int EVENTS = 8_000;

    private static final int PLACES = 2;
    private static final int RECEIVE_BYTES = 4 << 10;

    private static QueryService service;

    @BeforeAll
    static void start() {
        service = QueryService.on(
                LedgerDatabase.fresh(),
                "query.streams-max=" + PLACES,
                "query.exports-max=" + PLACES,
                "query.stream-heartbeat=1s",
                "query.stream-patience=2s",
                "server.tomcat.connection-timeout=3s",
                "spring.datasource.hikari.maximum-pool-size=2");
        service.recorder()
                .record(LongStream.range(0, EVENTS)
                        .mapToObj(n -> Facts.given("planted-slow-" + n % 5, "p" + n, "2016-11-02"))
                        .toArray(LedgerEvent[]::new));
    }

    /** A stop does not wait for them longer than one write may take; Spring would wait for requests for 20 s. */
    @AfterAll
    static void stopIsNotHeldUp() throws IOException {
        await().atMost(Duration.ofSeconds(20)).until(() -> status(LINES) == 200 && status(STREAM) == 200);
        try (var silent = new Silent(LINES);
                var another = new Silent(STREAM)) {
            silent.awaitHead();
            another.awaitHead();
            var begun = System.nanoTime();
            service.close();

            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(12));
        }
    }

    /** One reads nothing; the others have the database, and all events, as if it were not there. */
    @Test
    void holdUpNobodyAndLoseTheirPlaces() throws IOException {
        var pool = service.bean(HikariDataSource.class).getHikariPoolMXBean();
        try (var silent = new Silent(STREAM)) {
            silent.awaitHead();
            await().during(Duration.ofMillis(300)).until(() -> pool.getActiveConnections() == 0);
            try (var stream = follow()) {
                await().atMost(Duration.ofSeconds(20)).until(() -> stream.ids().size() == EVENTS);
                service.recorder().record(Facts.given("planted-slow-1", "newest", "2016-11-02"));
                await().until(stream::ids, ids -> ids.contains((long) EVENTS));
            }
        }
    }

    /** Not even their connection is closed from their side: the service has to find it out. */
    @ParameterizedTest
    @ValueSource(strings = {STREAM, LINES})
    void areGivenUp(String form) throws IOException {
        var silent = new ArrayList<Silent>();
        try {
            for (var n = 0; n < PLACES; n++) {
                await().until(() -> status(form) == 200);
                silent.add(new Silent(form));
                silent.getLast().awaitHead();
            }
            await().until(() -> status(form) == 503);

            await().atMost(Duration.ofSeconds(20)).until(() -> status(form) == 200);
        } finally {
            for (var one : silent) {
                one.close();
            }
        }
    }

    /** They read a little now and then: enough for Tomcat to wait for ever. */
    @Test
    void areGivenUpAlsoIfTheyReadAlittle() throws IOException {
        var drips = new ArrayList<Silent>();
        try {
            for (var n = 0; n < PLACES; n++) {
                await().until(() -> status(LINES) == 200);
                drips.add(new Silent(LINES));
                drips.getLast().awaitHead();
            }
            await().until(() -> status(LINES) == 503);

            await().atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(200))
                    .until(() -> {
                        for (var drip : drips) {
                            drip.readAlittle();
                        }
                        return status(LINES) == 200;
                    });
        } finally {
            for (var drip : drips) {
                drip.close();
            }
        }
    }

    private static int status(String form) {
        return service.head("/v1/events", "Accept", form).status();
    }

    private static EventSource follow() {
        return new EventSource(await().until(
                        () -> service.open("/v1/events", "Accept", STREAM), answer -> answer.statusCode() == 200));
    }

    /** A caller with a small window. */
    private static final class Silent implements AutoCloseable {

        private final Socket socket = new Socket();

        Silent(String form) throws IOException {
            socket.setReceiveBufferSize(RECEIVE_BYTES);
            var uri = service.at("/v1/events");
            socket.connect(new InetSocketAddress(uri.getHost(), uri.getPort()));
            socket.setSoTimeout(10_000);
            var head = List.of(
                    "GET /v1/events HTTP/1.1",
                    "Host: localhost",
                    "Accept: " + form,
                    "Authorization: " + TestIssuer.authorization(),
                    "X-Purpose-Of-Access: test",
                    "",
                    "");
            socket.getOutputStream().write(String.join("\r\n", head).getBytes(StandardCharsets.US_ASCII));
        }

        /** It begins to be answered. */
        void awaitHead() throws IOException {
            var begin = "HTTP/1.1 200";
            assertThat(new String(socket.getInputStream().readNBytes(begin.length()), StandardCharsets.US_ASCII))
                    .isEqualTo(begin);
        }

        void readAlittle() throws IOException {
            assertThat(socket.getInputStream().readNBytes(RECEIVE_BYTES / 4)).hasSize(RECEIVE_BYTES / 4);
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
