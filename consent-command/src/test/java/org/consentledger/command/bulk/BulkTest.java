package org.consentledger.command.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.consentledger.command.desk.CommandNode;
import org.consentledger.http.access.Scope;
import org.consentledger.http.access.TestIssuer;
import org.consentledger.ledger.LedgerDatabase;
import org.consentledger.ledger.reading.EventFilter;
import org.consentledger.ledger.reading.LedgerReader;
import org.consentledger.ledger.reading.RecordedEvent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** Streams of commands over HTTP, into a ledger. */
class BulkTest {

    private static final String NOTICE = Line.of("publish-notice", "planted-notice", """
            {"notice":"bulk","version":"v1","effectiveFrom":"2016-10-01T00:00:00Z","asksAgain":false,"homeArea":["EEA"],
             "texts":[{"language":"en","sha256":"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"}],
             "purposes":[{"purpose":"news","basis":"CONSENT","form":"EXPLICIT","dataCategories":["contact"],
              "recipientClasses":["SUB_SUPPLIER"],"crossBorderConsent":null,"validFor":null}]}""");

    /** The usual pool has fewer threads than wait here for each other. */
    private static final Executor THREADS = task -> Thread.ofVirtual().start(task);

    private static LedgerDatabase database;
    private static ConfigurableApplicationContext service;

    @BeforeAll
    static void start() throws IOException {
        database = LedgerDatabase.fresh();
        service = CommandNode.start(database);
        answers(NOTICE);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void linesAreAnsweredInOrderAsTheirCommandsWouldBeAlone() throws IOException {
        var subject = "planted-in-order";
        var answers = answers(
                Line.of("register-recipient", "planted-r", """
                        {"recipient":"house","name":"House","class":"SUB_SUPPLIER","country":"IT"}"""),
                Line.give(subject, "planted-g"),
                Line.transfer(subject, "planted-t1", "2016-11-20T09:00:00Z"),
                "{\"command\":\"give-consent\",",
                "",
                Line.of("take-consent", "planted-x", "{}"),
                Line.of("revoke-consent", "planted-y", "{\"subject\":\"" + subject + "\",\"purpose\":\"news\"}"),
                Line.revoke(subject, "planted-v"),
                Line.transfer(subject, "planted-t2", "2016-12-20T09:00:00Z"),
                Line.give(subject, "planted-g"),
                Line.revoke(subject, "planted-g"),
                "{\"command\":\"erase-subject\",\"body\":{\"subject\":\"planted-nobody\"}}");

        assertThat(answers.stream().map(BulkTest::lineAndStatus))
                .containsExactly(
                        "1 201", "2 201", "3 201", "4 400", "6 404", "7 400", "8 201", "9 403", "10 201", "11 422",
                        "12 422", "summary");
        assertThat(answers.get(2).at("/answer/decision/verdict").asString()).isEqualTo("PERMITTED");
        assertThat(answers.get(5).at("/problem/errors").toString())
                .contains("\"/body/purpose\"")
                .contains("UNKNOWN");
        assertThat(answers.get(7).at("/problem/decision/reasons/0").asString()).isEqualTo("CONSENT_REVOKED");
        assertThat(answers.get(8).get("replayed").asBoolean()).isTrue();
        assertThat(answers.get(8).get("answer")).isEqualTo(answers.get(1).get("answer"));
        assertThat(answers.get(9).at("/problem/errors/0/pointer").asString()).isEqualTo("/idempotencyKey");
        assertThat(answers.get(10).at("/problem/errors/0/pointer").asString()).isEqualTo("/idempotencyKey");
        assertThat(answers.getLast().get("summary"))
                .isEqualTo(Line.json("{\"lines\":11,\"accepted\":5,\"replayed\":1,\"rejected\":6,\"position\":"
                        + answers.get(7).at("/problem/position").asLong() + "}"));
    }

    private static String lineAndStatus(JsonNode answer) {
        return answer.has("line")
                ? answer.get("line").asLong() + " " + answer.get("status").asInt()
                : answer.propertyNames().iterator().next();
    }

    @Test
    void anAnswerDoesNotWaitForTheNextLine() throws IOException {
        try (var stream = open(Map.of())) {
            for (var i = 1; i <= 3; i++) {
                stream.send(Line.give("planted-one-by-one", "planted-one-" + i));
                assertThat(lineAndStatus(stream.next())).isEqualTo(i + (i == 1 ? " 201" : " 200"));
            }
            stream.end();
            assertThat(stream.rest()).singleElement().matches(last -> last.has("summary"));
        }
    }

    /** Cut off twice, once in the middle of a line; then whole, to two nodes at once. */
    @Test
    void whatIsSentAgainIsRecordedOnce() throws Exception {
        var lines = IntStream.range(0, 300)
                .boxed()
                .flatMap(i -> Stream.of(
                        Line.give("planted-again-" + i, "planted-again-g-" + i),
                        Line.revoke("planted-again-" + i, "planted-again-r-" + i)))
                .toList();
        for (var taken : List.of(50, 200)) {
            try (var stream = open(Map.of())) {
                for (var line : lines.subList(0, taken)) {
                    stream.send(line);
                }
                stream.sendPart(lines.get(taken).substring(0, 40));
                assertThat(stream.next().get("line").asLong()).isEqualTo(1);
                stream.cut();
            }
        }
        List<JsonNode> here;
        List<JsonNode> there;
        try (var other = CommandNode.start(database)) {
            var atTheOther = CompletableFuture.supplyAsync(() -> all(port(other), lines), THREADS);
            here = all(port(service), lines);
            there = atTheOther.get();
        }

        assertThat(here).hasSize(601).allMatch(answer -> answer.has("summary") || status(answer) == 201);
        assertThat(positions(here)).isEqualTo(positions(there)).doesNotHaveDuplicates();
        assertThat(here.getLast().at("/summary/replayed").asLong()
                        + there.getLast().at("/summary/replayed").asLong())
                .isBetween(600L, 1_200L);
        assertThat(recorded(positions(here).getFirst()).stream()
                        .filter(event -> positions(here).contains(event.position())))
                .hasSize(600);
    }

    private static List<JsonNode> all(int port, List<String> lines) {
        try (var stream = Duplex.open(port, "", Map.of("Authorization", TestIssuer.authorization()))) {
            var sent = CompletableFuture.runAsync(
                    () -> {
                        try {
                            for (var line : lines) {
                                stream.send(line);
                            }
                            stream.end();
                        } catch (IOException e) {
                            throw new IllegalStateException(e);
                        }
                    },
                    THREADS);
            var answers = stream.rest();
            sent.join();
            return answers;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Long> positions(List<JsonNode> answers) {
        return answers.stream()
                .filter(answer -> answer.has("line"))
                .map(answer -> answer.at("/answer/position").asLong())
                .toList();
    }

    private static List<RecordedEvent> recorded(long from) {
        var all = new ArrayList<RecordedEvent>();
        var ledger = service.getBean(LedgerReader.class);
        for (var page = ledger.read(new EventFilter(-1, 500, null, null, null));
                !page.isEmpty();
                page = ledger.read(new EventFilter(page.getLast().position(), 500, null, null, null))) {
            all.addAll(page);
        }
        assertThat(all.stream().map(RecordedEvent::position)).contains(from);
        return all;
    }

    @Test
    void aKeyOfTheRequestAndTheNumbersOfLinesMakeKeys() throws IOException {
        var line = "{\"command\":\"erase-subject\",\"body\":{\"subject\":\"planted-numbered\"}}";
        var headers = Map.of("Idempotency-Key", "planted-import");
        try (var first = open(headers);
                var second = Duplex.open(port(service), "?firstLine=2", with(headers))) {
            first.send(line);
            first.send(line);
            first.end();
            second.send(line);
            second.end();
            var whole = first.rest();
            var rest = second.rest();

            assertThat(rest.getFirst().get("line").asLong()).isEqualTo(2);
            assertThat(rest.getFirst().get("answer").get("commandId"))
                    .isEqualTo(whole.get(1).get("answer").get("commandId"))
                    .isNotEqualTo(whole.get(0).get("answer").get("commandId"));
        }
    }

    @Test
    void eachLineIsHeldToWhatItsCommandRequires() throws IOException {
        var limited = TestIssuer.authorization(Map.of("ledger_purposes", "other"), Scope.CONSENT_WRITE);
        try (var stream = Duplex.open(port(service), "", Map.of("Authorization", limited))) {
            stream.send(Line.give("planted-limited", "planted-limited"));
            stream.send(Line.of("erase-subject", "planted-limited-e", "{\"subject\":\"planted-limited\"}"));
            stream.end();
            var answers = stream.rest();

            assertThat(answers.get(0).at("/problem/code").asString()).isEqualTo("TOKEN_LIMIT_EXCEEDED");
            assertThat(answers.get(0).at("/problem/errors/0/pointer").asString())
                    .isEqualTo("/body/purposes/0");
            assertThat(answers.get(1).at("/problem/code").asString()).isEqualTo("INSUFFICIENT_SCOPE");
        }
    }

    /** The last line says what to do; nothing of what was taken is left unanswered. */
    @Test
    void aStreamEndsWithItsToken() throws IOException {
        var ending = "Bearer "
                + TestIssuer.token(
                        claims -> claims.expirationTime(Date.from(Instant.now().plusSeconds(2))), Scope.CONSENT_WRITE);
        try (var stream = Duplex.open(port(service), "", Map.of("Authorization", ending))) {
            JsonNode next;
            var sent = 0;
            do {
                sent++;
                stream.send(Line.give("planted-token", "planted-token-" + sent));
                next = stream.next();
            } while (next.has("line"));

            assertThat(sent).isGreaterThan(1);
            assertThat(next.at("/ended/code").asString()).isEqualTo("INVALID_TOKEN");
            assertThat(stream.next()).isNull();
        }
    }

    @Test
    void aServiceThatStopsAnswersWhatItHasTaken() throws Exception {
        var other = CommandNode.start(database);
        try (var stream = Duplex.open(port(other), "", Map.of("Authorization", TestIssuer.authorization()))) {
            stream.send(Line.give("planted-stop", "planted-stop-1"));
            assertThat(status(stream.next())).isEqualTo(201);
            CompletableFuture<Void> stopping;
            try (var held = holdAppends()) {
                stream.send(Line.revoke("planted-stop", "planted-stop-at-work"));
                await().until(() -> isAppendWaiting(held));
                stopping = CompletableFuture.runAsync(other::close, THREADS);
                await().until(() -> !other.getBean(BulkStreams.class).isRunning());
                stream.send(Line.give("planted-stop-late", "planted-stop-late"));
            }
            var rest = stream.rest();
            stopping.join();

            assertThat(rest.stream().map(BulkTest::lineAndStatus)).containsExactly("2 201", "ended");
            assertThat(rest.getLast().at("/ended/code").asString()).isEqualTo("UNAVAILABLE");
        }
        var again = answers(
                Line.revoke("planted-stop", "planted-stop-at-work"),
                Line.give("planted-stop-late", "planted-stop-late"));
        assertThat(again.get(0).path("replayed").asBoolean(false)).isTrue();
        assertThat(status(again.get(1))).isEqualTo(201);
        assertThat(again.get(1).has("replayed"))
                .as("whether the late line was recorded")
                .isFalse();
    }

    /** What appends take, in the migrations: none gets further than that until the connection is closed. */
    private static Connection holdAppends() throws SQLException {
        var connection = database.administrator().getConnection();
        try (var statement = connection.createStatement()) {
            statement.execute("SELECT pg_advisory_lock(27988542867467892)");
        }
        return connection;
    }

    private static boolean isAppendWaiting(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var waiting = statement.executeQuery("""
                                SELECT 1 FROM pg_locks JOIN pg_database ON pg_database.oid = pg_locks.database
                                WHERE datname = current_database() AND locktype = 'advisory' AND NOT granted""")) {
            return waiting.next();
        }
    }

    private static List<JsonNode> answers(String... lines) throws IOException {
        try (var stream = open(Map.of())) {
            for (var line : lines) {
                stream.send(line);
            }
            stream.end();
            return stream.rest();
        }
    }

    private static int status(JsonNode answer) {
        return answer.get("status").asInt();
    }

    private static Duplex open(Map<String, String> headers) throws IOException {
        return Duplex.open(port(service), "", with(headers));
    }

    private static Map<String, String> with(Map<String, String> headers) {
        var all = new TreeMap<>(headers);
        all.put("Authorization", TestIssuer.authorization());
        return all;
    }

    private static int port(ConfigurableApplicationContext node) {
        return Integer.parseInt(node.getEnvironment().getRequiredProperty("local.server.port"));
    }
}
