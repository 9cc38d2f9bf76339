package org.consentledger.command.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import javax.sql.DataSource;
import org.consentledger.command.desk.CommandNode;
import org.consentledger.http.access.TestIssuer;
import org.consentledger.ledger.FreePort;
import org.consentledger.ledger.LedgerDatabase;
import org.consentledger.ledger.reading.EventFilter;
import org.consentledger.ledger.reading.LedgerReader;
import org.consentledger.ledger.reading.RecordedEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The whole service, and a PostgreSQL of its own that is stopped under it. */
@ExtendWith(OutputCaptureExtension.class)
class OutageTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Instant MONDAY = Instant.parse("2016-11-07T09:00:00Z");
    private static final int CLIENTS = 6;
    private static final int POOL = 4;

    /** No log may hold it; every subject's reference begins with it. */
    private static final String PLANTED = "planted-reference";

    @TempDir
    private Path data;

    private int port;
    private EmbeddedPostgres postgres;
    private LedgerDatabase database;
    private ConfigurableApplicationContext service;

    private record Sent(String key, String body, HttpResponse<String> answer) {}

    @BeforeEach
    void start() throws IOException {
        port = FreePort.find();
        postgres = startPostgres();
        database = LedgerDatabase.on(postgres);
        service = CommandNode.start(
                database,
                Map.of(
                        "spring.datasource.hikari.maximum-pool-size",
                        POOL,
                        "spring.datasource.hikari.connection-timeout",
                        500));
        send("publish-notice", null, Bodies.COMPLETE.get("publish-notice"));
    }

    @AfterEach
    void stop() throws IOException {
        service.close();
        postgres.close();
    }

    @Test
    void whatWasAcknowledgedIsThereAfterAnOutageAndWhatWasNotIsSentAgain(CapturedOutput output) throws Exception {
        var sent = new ConcurrentLinkedQueue<Sent>();
        var isOver = new AtomicBoolean();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var clients = new ArrayList<Future<?>>();
            for (var i = 0; i < CLIENTS; i++) {
                var client = i;
                clients.add(threads.submit(() -> {
                    for (var n = 0; !isOver.get(); n++) {
                        var key = n % 2 == 0 ? "key-" + client + "-" + n : null;
                        var body = consent(PLANTED + "-" + client, MONDAY.plusSeconds(n));
                        sent.add(new Sent(String.valueOf(key), body, send("give-consent", key, body)));
                    }
                    return null;
                }));
            }
            try {
                for (var round = 0; round < 2; round++) {
                    awaitMore(sent, 201, 40);
                    postgres.close();
                    awaitMore(sent, 503, 2 * CLIENTS);
                    postgres = startPostgres();
                    awaitMore(sent, 201, 40);
                }
            } finally {
                isOver.set(true);
            }
            for (var client : clients) {
                client.get();
            }
        }

        assertThat(sent).allSatisfy(one -> {
            assertThat(one.answer().statusCode()).as(one.answer().body()).isIn(200, 201, 503);
            if (one.answer().statusCode() == 503) {
                assertIsToComeBack(one.answer());
            }
        });
        var recorded = recorded();
        assertThat(recorded.keySet())
                .containsAll(sent.stream()
                        .filter(one -> one.answer().statusCode() == 201)
                        .flatMap(one -> eventIds(one.answer()).stream())
                        .toList());

        for (var one : sent) {
            if (one.answer().statusCode() == 503) {
                var key = one.key().equals("null") ? null : one.key();
                assertThat(send("give-consent", key, one.body()).statusCode()).isIn(200, 201);
            }
        }
        var facts = recorded().values().stream()
                .filter(event -> event.type().equals("ConsentGiven"))
                .toList();
        assertThat(facts).hasSize(sent.size());
        assertThat(output.getAll()).doesNotContain(PLANTED);
    }

    @Test
    void whoeverFindsNoConnectionComesBack() throws Exception {
        var pool = service.getBean(DataSource.class).unwrap(HikariDataSource.class);
        var held = new ArrayList<Connection>();
        try {
            while (held.size() < POOL) {
                held.add(pool.getConnection());
            }
            assertIsToComeBack(send("give-consent", null, consent(PLANTED, MONDAY)));
        } finally {
            for (var connection : held) {
                connection.close();
            }
        }

        assertThat(send("give-consent", null, consent(PLANTED, MONDAY)).statusCode())
                .isEqualTo(201);
    }

    /** The server that a connection talks to is gone in the middle of an append: the same call finds out what became of it. */
    @Test
    void aCommandWhoseConnectionIsCutIsRecordedOnce(CapturedOutput output) throws Exception {
        try (var blocker = database.administrator().getConnection();
                var statement = blocker.createStatement()) {
            blocker.setAutoCommit(false);
            statement.execute("LOCK TABLE ledger.event IN SHARE ROW EXCLUSIVE MODE");
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var answer = threads.submit(() -> send("give-consent", null, consent(PLANTED, MONDAY)));
                // not by the blocker: within a transaction it would see the same again and again
                var looking = JdbcClient.create(database.administrator());
                await().until(() -> looking.sql("""
                                SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
                                 WHERE wait_event_type = 'Lock' AND query LIKE '%ledger.append%'
                                """).query(Integer.class).single() > 0);
                blocker.rollback();
                assertThat(answer.get().statusCode()).isEqualTo(201);
            }
        }

        assertThat(recorded().values())
                .filteredOn(event -> event.type().equals("ConsentGiven"))
                .hasSize(1);
        assertThat(output.getAll()).doesNotContain(PLANTED);
    }

    /** An event that cannot be read stops its stream; the log may say which type it is and no more. */
    @Test
    void aCorruptedEventIsNotRepeatedInAnyLog(CapturedOutput output) throws Exception {
        var given = send("give-consent", null, consent(PLANTED + "-reader", MONDAY));
        follow(
                eventIds(given).getFirst(),
                "revision",
                "'{\"subject\":\"%1$s\",\"%1$s\":[\"%1$s\"],\"collectedAt\":\"%1$s\"}'".formatted(PLANTED));

        var answer = send("give-consent", null, consent(PLANTED + "-reader", MONDAY.plusSeconds(1)));

        assertThat(answer.statusCode()).isEqualTo(500);
        await().untilAsserted(() -> assertThat(output.getAll()).contains("cannot be read: ConsentGiven"));
        assertThat(answer.body() + output.getAll()).doesNotContain(PLANTED).doesNotContain("JacksonException");
    }

    /** Not on the half of the facts that this release can read, from whatever it has in its cache. */
    @Test
    void aCommandOnAStreamThatANewerReleaseWroteToWaitsForANodeOfThat() throws Exception {
        var given = send("give-consent", null, consent(PLANTED + "-both", MONDAY));
        follow(eventIds(given).getFirst(), "'9'", "payload");

        var answer = send("give-consent", null, consent(PLANTED + "-both", MONDAY.plusSeconds(1)));

        assertIsToComeBack(answer);
        assertThat(answer.body()).contains("newer release").doesNotContain(PLANTED);
    }

    /** Puts an event into the same stream, as another node might; what of it is not the same is SQL. */
    private void follow(String eventId, String revision, String payload) throws SQLException {
        try (var connection = database.dataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("""
                    INSERT INTO ledger.event (position, event_id, stream_id, stream_sequence, stream_type, recorded_at,
                        event_type, revision, payload, metadata, command_id, event_index,
                        request_sha256, about_sha256, leaf_hash)
                    SELECT position + 1, 'next', stream_id, stream_sequence + 1, stream_type, recorded_at, event_type, %s,
                        %s, metadata, gen_random_uuid(), 0, request_sha256, sha256(''), leaf_hash
                      FROM ledger.event WHERE event_id = '%s'
                    """.formatted(revision, payload, eventId));
        }
    }

    private EmbeddedPostgres startPostgres() throws IOException {
        return EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .start();
    }

    private static void awaitMore(Queue<Sent> sent, int status, int count) {
        var before = count(sent, status);
        await().atMost(Duration.ofSeconds(60)).until(() -> count(sent, status) >= before + count);
    }

    private static long count(Queue<Sent> sent, int status) {
        return sent.stream().filter(one -> one.answer().statusCode() == status).count();
    }

    private static void assertIsToComeBack(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(JSON.readTree(answer.body()).get("code").asString()).isEqualTo("UNAVAILABLE");
    }

    private Map<String, RecordedEvent> recorded() {
        return service.getBean(LedgerReader.class).read(EventFilter.everything(-1, 100_000)).stream()
                .collect(Collectors.toMap(RecordedEvent::id, event -> event));
    }

    private static List<String> eventIds(HttpResponse<String> answer) {
        return StreamSupport.stream(JSON.readTree(answer.body()).get("events").spliterator(), false)
                .map(event -> event.get("id").asString())
                .toList();
    }

    private static String consent(String subject, Instant at) {
        return """
                {"subject":"%s","notice":"reference","noticeVersion":"2016-10","purposes":["business-notices"],
                 "evidence":{"channel":"API","form":"EXPLICIT","collectedBy":"%s"},"collectedAt":"%s"}
                """.formatted(subject, PLANTED, at);
    }

    private HttpResponse<String> send(String command, @Nullable String key, String body) {
        var address = "http://localhost:" + service.getEnvironment().getRequiredProperty("local.server.port")
                + "/v1/commands/" + command;
        var request = HttpRequest.newBuilder(URI.create(address))
                .header("Authorization", TestIssuer.authorization())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError("no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
