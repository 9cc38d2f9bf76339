package org.consentledger.query.replay;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.consentledger.ledger.LedgerDatabase;
import org.consentledger.ledger.start.DatabaseRole;
import org.consentledger.query.support.Facts;
import org.consentledger.query.support.QueryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Replays wait, run, end and are cleared away, whoever looks and whichever node is there. */
class ReplayLifeTest {

    /** As long as a session holds this, replays wait. */
    static final String TURN = "SELECT pg_advisory_lock(27988542867467895)";

    private final LedgerDatabase database = LedgerDatabase.fresh();
    private QueryService service;
    private ReplayUnderTest replays;

    @BeforeEach
    void start() {
        service = QueryService.on(database, "replay.waiting-max=2");
        replays = new ReplayUnderTest(service);
        service.recorder()
                .record(
                        Facts.notice("2016-10", "2016-10-01", false),
                        Facts.given("planted-one", "business-notices", "2016-11-02"));
    }

    @AfterEach
    void stop() {
        service.close();
    }

    /** As another node that runs one. */
    private Connection turn() throws SQLException {
        var connection = database.dataSource(DatabaseRole.READER).getConnection();
        try (var statement = connection.createStatement()) {
            statement.execute(TURN);
        }
        return connection;
    }

    private String state(String path) {
        return service.ask(path).json().get("state").asString();
    }

    private long tables(int slot) {
        return service.jdbc()
                .sql("SELECT count(*) FROM pg_tables WHERE schemaname = ?")
                .param("replay_" + slot)
                .query(Long.class)
                .single();
    }

    @Test
    void waitTheirTurnInABoundedQueue() throws SQLException {
        String first;
        String second;
        try (var _ = turn()) {
            first = replays.started("{\"of\":\"EVERYTHING\"}");
            second = replays.started("{\"of\":\"EVERYTHING\"}");
            var third = replays.post("{\"of\":\"EVERYTHING\"}");

            assertThat(third.status()).isEqualTo(503);
            assertThat(third.header("Retry-After")).isNotEmpty();
            assertThat(state(first)).isEqualTo("QUEUED");
            assertThat(replays.delete(second).status()).isEqualTo(204);
            assertThat(state(second)).isEqualTo("CANCELLED");
        }
        assertThat(replays.ended(first).get("state").asString()).isEqualTo("DONE");
        assertThat(state(second)).isEqualTo("CANCELLED");
    }

    @Test
    void areSeenAndRunByWhicheverNodeIsThere() throws SQLException {
        String path;
        try (var _ = turn()) {
            path = replays.started("{\"of\":\"EVERYTHING\"}");
            service.close();
        }
        service = QueryService.on(database);
        replays = new ReplayUnderTest(service);

        var replay = replays.ended(path);

        assertThat(replay.get("state").asString()).isEqualTo("DONE");
        service.close();
        service = QueryService.on(database);
        replays = new ReplayUnderTest(service);
        assertThat(service.ask(path).json().get("report")).isEqualTo(replay.get("report"));
        assertThat(replays.result(replay, "consents")).hasSize(1);
    }

    @Test
    void whatAKilledNodeLeftBehindIsClearedAwayAndSaidToBeLost() throws SQLException {
        var kept = replays.done("{\"of\":\"EVERYTHING\"}");
        var lost = UUID.randomUUID();
        try (var _ = turn()) {
            service.jdbc().sql("""
                    INSERT INTO replay.replay (id, requested_at, client_id, target, as_of, state, phase, started_at, slot)
                    VALUES (?, now(), 'somebody', 1, now(), 'RUNNING', 'READING', now(), 7)
                    """).param(lost).update();
            service.jdbc()
                    .sql("CREATE TABLE replay_7.consent_fact (position bigint)")
                    .update();
            service.close();
            service = QueryService.on(database);
            replays = new ReplayUnderTest(service);
            // the node that has the turn may be running it
            assertThat(state("/v1/replays/" + lost)).isEqualTo("RUNNING");
        }

        var replay = replays.ended("/v1/replays/" + lost);

        assertThat(replay.get("state").asString()).isEqualTo("FAILED");
        assertThat(replay.get("failure").asString()).isEqualTo("NodeLost");
        assertThat(replay.get("resultsKept").asBoolean()).isFalse();
        assertThat(tables(7)).isZero();
        assertThat(service.ask("/v1/replays/" + lost + "/consents").status()).isEqualTo(404);
        assertThat(replays.result(kept, "consents")).hasSize(1);
    }

    /** One that has begun, so slow that it would not end by itself while a test waits. */
    private String begun() {
        for (var i = 0; i < 300; i++) {
            service.recorder().record(Facts.given("planted-" + i, "business-notices", "2016-11-02"));
        }
        service.close();
        service = QueryService.on(database, "replay.share-while-busy=0.001");
        replays = new ReplayUnderTest(service);
        service.recorder().record(Facts.given("planted-awake", "business-notices", "2016-11-02"));
        var path = replays.started("{\"of\":\"EVERYTHING\"}");
        await().atMost(30, SECONDS)
                .until(() -> service.ask(path).json().get("eventsRead").asLong() > 0);
        return path;
    }

    @Test
    void oneThatRunsGoesBackIntoItsQueueWhenItsNodeStops() {
        var path = begun();
        assertThat(state(path)).isEqualTo("RUNNING");

        service.close();

        var left = JdbcClient.create(database.dataSource(DatabaseRole.READER))
                .sql("SELECT state, slot, events_read FROM replay.replay")
                .query()
                .singleRow();
        assertThat(left).containsEntry("state", "QUEUED").containsEntry("slot", null);
        assertThat(((Number) left.get("events_read")).longValue()).isZero();
        service = QueryService.on(database);
        replays = new ReplayUnderTest(service);
        assertThat(replays.ended(path).get("state").asString()).isEqualTo("DONE");
    }

    @Test
    void oneThatRunsStopsWhenItIsCancelled() {
        var path = begun();
        var running = service.ask(path).json();

        assertThat(replays.delete(path).status()).isEqualTo(204);

        assertThat(running.get("state").asString()).isEqualTo("RUNNING");
        assertThat(running.get("phase").asString()).isEqualTo("READING");
        assertThat(running.get("percent").asInt()).isBetween(0, 74);
        assertThat(state(path)).isEqualTo("CANCELLED");
        await().atMost(60, SECONDS).until(() -> tables(1) == 0);
        assertThat(state(path)).isEqualTo("CANCELLED");
        assertThat(service.ask(path + "/consents").status()).isEqualTo(404);
    }

    @Test
    void tellHowTheyComeAlongUntilTheEnd() throws SQLException, IOException {
        String path;
        HttpResponse<InputStream> events;
        try (var _ = turn()) {
            path = replays.started("{\"of\":\"EVERYTHING\"}");
            // answers with how it stands now, and goes on
            events = service.open(path + "/progress", "Accept", "text/event-stream");
        }
        var lines = new String(events.body().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();

        assertThat(events.statusCode()).isEqualTo(200);
        assertThat(lines.stream().filter(line -> line.startsWith("data: ")).toList())
                .satisfies(data -> {
                    assertThat(data.getFirst()).contains("\"state\":\"QUEUED\"");
                    assertThat(data.getLast()).contains("\"state\":\"DONE\"", "\"percent\":100");
                });
        assertThat(lines.stream().filter(line -> line.startsWith("id: "))).containsExactly("id: end");
        assertThat(service.ask(path + "/progress", "Accept", "text/event-stream", "Last-Event-ID", "end")
                        .status())
                .isEqualTo(204);
    }

    @Test
    void goOnWhenWhoeverWatchesGoesAway() throws SQLException, IOException {
        String path;
        try (var _ = turn()) {
            path = replays.started("{\"of\":\"EVERYTHING\"}");
            var events = service.open(path + "/progress", "Accept", "text/event-stream");
            try (var body = events.body()) {
                assertThat(body.read()).isEqualTo('r');
            }
            assertThat(state(path)).isEqualTo("QUEUED");
        }
        assertThat(replays.ended(path).get("state").asString()).isEqualTo("DONE");
    }

    /** While it is removed, the runner gives its schema to another one, as it does when it needs the room. */
    @Test
    void removingOneDropsNothingOfTheOneThatHasItsSchemaNow() throws Exception {
        var path = "/v1/replays/"
                + replays.done("{\"of\":\"EVERYTHING\"}").get("id").asString();
        var rebuilt = tables(1);
        try (var _ = turn();
                var runner = database.dataSource(DatabaseRole.READER).getConnection();
                var statement = runner.createStatement();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            runner.setAutoCommit(false);
            statement.execute("UPDATE replay.replay SET slot = NULL");
            statement.execute("""
                    INSERT INTO replay.replay (id, requested_at, client_id, target, as_of, state, phase, started_at, slot)
                    VALUES (gen_random_uuid(), now(), 'somebody', 1, now(), 'RUNNING', 'READING', now(), 1)
                    """);
            var removed = threads.submit(() -> replays.delete(path).status());
            await().until(this::somebodyWaitsForARow);
            runner.commit();

            assertThat(removed.get()).isEqualTo(204);
            assertThat(service.ask(path).status()).isEqualTo(404);
            assertThat(tables(1)).isEqualTo(rebuilt).isPositive();
        }
    }

    /** Only the administrator sees what sessions of others wait for. */
    private boolean somebodyWaitsForARow() {
        return JdbcClient.create(database.administrator())
                .sql("""
                SELECT EXISTS (SELECT FROM pg_stat_activity
                                WHERE datname = current_database() AND wait_event_type = 'Lock' AND wait_event = 'transactionid')
                """)
                .query(Boolean.class)
                .single();
    }

    @Test
    void whatADatabaseLostIsSaidToBeLost() {
        var replay = replays.done("{\"of\":\"EVERYTHING\"}");
        // as after a crash
        service.jdbc().sql("TRUNCATE replay_1.complete, replay_1.consent_state").update();
        var path = "/v1/replays/" + replay.get("id").asString();

        var after = service.ask(path).json();

        assertThat(after.get("resultsKept").asBoolean()).isFalse();
        assertThat(after.get("report")).isEqualTo(replay.get("report"));
        assertThat(service.ask(path + "/consents").status()).isEqualTo(404);
    }

    @Test
    void onlyTheNewestResultsAreKept() {
        JsonNode oldest = replays.done("{\"of\":\"EVERYTHING\"}");
        for (var i = 0; i < 8; i++) {
            replays.done("{\"of\":\"EVERYTHING\",\"position\":0}");
        }
        var path = "/v1/replays/" + oldest.get("id").asString();

        assertThat(service.ask(path).json().get("resultsKept").asBoolean()).isFalse();
        assertThat(service.ask(path).json().get("report")).isEqualTo(oldest.get("report"));
        assertThat(service.ask("/v1/replays")
                        .json()
                        .get("replays")
                        .valueStream()
                        .filter(replay -> replay.get("resultsKept").asBoolean()))
                .hasSize(8);
    }

    @Test
    void resultsAreKeptForATime() {
        service.close();
        service = QueryService.on(database, "replay.kept-for=1s");
        replays = new ReplayUnderTest(service);
        var path = replays.started("{\"of\":\"EVERYTHING\"}");

        await().atMost(30, SECONDS).until(() -> state(path).equals("DONE") && tables(1) == 0);

        assertThat(service.ask(path).json().get("resultsKept").asBoolean()).isFalse();
    }

    @Test
    void showInMetrics() {
        assertThat(service.manage("/actuator/prometheus").body())
                .contains("ledger_replays_running 0.0", "ledger_replay_progress NaN");
    }
}
