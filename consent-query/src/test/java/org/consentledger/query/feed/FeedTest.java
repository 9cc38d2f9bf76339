package org.consentledger.query.feed;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.cloudevents.CloudEvent;
import io.cloudevents.SpecVersion;
import io.cloudevents.jackson.JsonFormat;
import io.opentelemetry.api.trace.Span;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.stream.LongStream;
import org.consentledger.LedgerEvent;
import org.consentledger.http.access.Scope;
import org.consentledger.http.access.TestIssuer;
import org.consentledger.http.json.WebJson;
import org.consentledger.ledger.LedgerDatabase;
import org.consentledger.ledger.trace.TraceParent;
import org.consentledger.query.support.EventSource;
import org.consentledger.query.support.Facts;
import org.consentledger.query.support.QueryService;
import org.consentledger.query.support.Recorder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class FeedTest {

    private static final String LINES = "application/x-ndjson";
    private static final String STREAM = "text/event-stream";
    private static final int STREAMS_MAX = 3;

    private static QueryService service;
    private static Recorder ledger;

    @BeforeAll
    static void start() {
        service = QueryService.on(
                LedgerDatabase.fresh(), "query.streams-max=" + STREAMS_MAX, "query.stream-heartbeat=1s");
        ledger = service.recorder();
        ledger.record(Facts.notice("2016-10", "2016-10-01", false));
        ledger.record(Facts.recipient("feed-house"));
        ledger.record(Facts.given("planted-fed", "business-notices", "2016-11-02"));
        ledger.record(Facts.permitted("planted-fed", "feed-house", "2016-11-03"));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void pagesThroughTheWholeLedger() {
        var positions = new ArrayList<Long>();
        var query = "?limit=1";
        while (!query.isEmpty()) {
            var answer = service.ask("/v1/events" + query);
            answer.json()
                    .get("events")
                    .forEach(event -> positions.add(event.get("position").asLong()));
            query = answer.next();
        }

        assertThat(positions)
                .startsWith(0L, 1L, 2L, 3L)
                .isSorted()
                .doesNotHaveDuplicates()
                .endsWith(ledger.position());
    }

    @Test
    void filters() {
        assertThat(types("/v1/events?type=RecipientRegistered")).containsExactly("RecipientRegistered");
        assertThat(types("/v1/events?subject=planted-fed")).containsExactly("ConsentGiven", "TransferPermitted");
        assertThat(types("/v1/events?subjectId=" + Facts.id("planted-fed")))
                .containsExactly("ConsentGiven", "TransferPermitted");
        assertThat(types("/v1/events?recipient=feed-house"))
                .containsExactly("RecipientRegistered", "TransferPermitted");
        assertThat(types("/v1/events?subject=planted-fed&type=TransferRefused")).isEmpty();
        assertThat(service.get("/v1/events?subject=planted-fed&limit=1").next())
                .contains("subjectId=s-")
                .doesNotContain("planted-fed");
    }

    private static List<String> types(String path) {
        return service.get(path)
                .json()
                .get("events")
                .valueStream()
                .map(event -> event.get("type").asString().replace("org.consentledger.", ""))
                .toList();
    }

    @Test
    void filtersByPurpose() {
        var before = ledger.position();
        ledger.record(
                Facts.given("planted-purposeful", "letters", "2016-11-02"),
                Facts.given("planted-purposeful", "parcels", "2016-11-02"),
                Facts.objected("planted-purposeful", "letters", "2016-11-03"),
                Facts.revoked("planted-purposeful", "*", "2016-11-04"),
                Facts.permitted("planted-purposeful", "feed-house", "2016-11-05"));
        var after = "/v1/events?after=" + before;

        assertThat(types(after + "&purpose=letters"))
                .containsExactly("ConsentGiven", "ProcessingObjected", "ConsentRevoked");
        assertThat(types(after + "&purpose=warranty")).containsExactly("ConsentRevoked", "TransferPermitted");
        // of every purpose; a notice that has it is no event about anybody who spoke of it
        assertThat(types("/v1/events?purpose=unheard-of&type=NoticePublished")).isEmpty();
        assertThat(types(after + "&purpose=letters&subject=planted-purposeful&type=ConsentGiven"))
                .containsExactly("ConsentGiven");
        assertThat(service.ask(after + "&purpose=letters", "Accept", LINES)
                        .body()
                        .lines())
                .hasSize(3);
        assertThat(service.ask(after + "&purpose=*").status()).isEqualTo(422);
        assertThat(service.ask(after + "&purpose=").status()).isEqualTo(422);
    }

    @Test
    void aPageSaysFromWhereToGoOn() {
        var page = service.get("/v1/events?type=RecipientRegistered&limit=1").json();
        var last = page.at("/events/0/position").asLong();

        assertThat(page.get("position").asLong()).isEqualTo(ledger.position());
        var first = service.get("/v1/events?limit=2").json();
        assertThat(first.get("position").asLong()).isEqualTo(1);
        assertThat(first.at("/events/1/position").asLong()).isEqualTo(1);
        assertThat(last).isEqualTo(1);
    }

    @Test
    void isWhatCloudEventsReadersRead() throws IOException {
        var reader = new JsonFormat();
        var batch = service.ask("/v1/events?limit=4", "Accept", "application/cloudevents-batch+json");
        assertThat(batch.header("Content-Type")).isEqualTo("application/cloudevents-batch+json");
        assertThat(batch.next()).contains("after=3");
        var forms = new ArrayList<List<String>>();
        forms.add(batch.json().valueStream().map(JsonNode::toString).toList());
        forms.add(service.ask("/v1/events?limit=4")
                .json()
                .get("events")
                .valueStream()
                .map(JsonNode::toString)
                .toList());
        forms.add(service.ask("/v1/events?limit=4", "Accept", LINES)
                .body()
                .lines()
                .toList());
        try (var stream = follow("?limit=4")) {
            await().until(stream::ended);
            forms.add(stream.data());
        }

        assertThat(forms).allMatch(forms.getFirst()::equals);
        var events = forms.getFirst().stream()
                .map(event -> reader.deserialize(event.getBytes(StandardCharsets.UTF_8)))
                .toList();
        assertThat(events).hasSize(4).allSatisfy(event -> {
            assertThat(event.getSpecVersion()).isEqualTo(SpecVersion.V1);
            assertThat(event.getSource()).isEqualTo(URI.create("urn:consent-ledger:log:test.example/ledger"));
            assertThat(event.getDataContentType()).isEqualTo("application/json");
            assertThat(event.getTime()).isNotNull();
            assertThat(event.getExtensionNames()).containsExactlyInAnyOrder("position", "clientid");
            assertThat(event.getExtension("clientid")).isEqualTo("test-client");
        });
        assertThat(events)
                .extracting(event -> event.getType() + " " + event.getSubject() + " " + event.getDataSchema() + " "
                        + event.getExtension("position"))
                .containsExactly(
                        "org.consentledger.NoticePublished notice-reference"
                                + " urn:consent-ledger:event:NoticePublished:1 0",
                        "org.consentledger.RecipientRegistered recipient-feed-house"
                                + " urn:consent-ledger:event:RecipientRegistered:1 1",
                        "org.consentledger.ConsentGiven " + Facts.id("planted-fed")
                                + " urn:consent-ledger:event:ConsentGiven:2 2",
                        "org.consentledger.TransferPermitted " + Facts.id("planted-fed")
                                + " urn:consent-ledger:event:TransferPermitted:2 3");
        assertThat(events).extracting(CloudEvent::getId).doesNotHaveDuplicates();
    }

    /** The extension of CloudEvents for distributed tracing. */
    @Test
    void namesTheTraceOfTheCommandWhereItIsKept() {
        var before = ledger.position();
        var kept = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
        try (var _ = Span.wrap(new TraceParent(kept).spanContext()).makeCurrent()) {
            ledger.record(Facts.given("planted-traced", "letters", "2016-11-02"));
        }
        ledger.record(Facts.given("planted-traced", "parcels", "2016-11-02"));

        var events = service.get("/v1/events?after=" + before).json().get("events");
        var event = new JsonFormat().deserialize(events.get(0).toString().getBytes(StandardCharsets.UTF_8));
        assertThat(event.getExtensionNames()).containsExactlyInAnyOrder("position", "clientid", "traceparent");
        assertThat(event.getExtension("traceparent")).isEqualTo(kept);
        assertThat(events.get(1).has("traceparent")).isFalse();
    }

    @Test
    void exportsEverythingAsLines() {
        ledger.record(LongStream.range(0, 1_200)
                .mapToObj(n -> Facts.given("planted-export-" + n % 7, "p" + n, "2016-11-02"))
                .toArray(LedgerEvent[]::new));
        var head = ledger.position();

        var answer = service.ask("/v1/events", "Accept", LINES);

        assertThat(answer.header("Content-Type")).isEqualTo(LINES);
        assertThat(answer.body()
                        .lines()
                        .map(line ->
                                WebJson.mapper().readTree(line).get("position").asLong()))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(0, head).boxed().toList());
        assertThat(service.ask("/v1/events?after=2&limit=3", "Accept", LINES)
                        .body()
                        .lines())
                .hasSize(3);
    }

    @Test
    void followsTheLedger() throws IOException {
        var before = ledger.position();
        try (var stream = follow("?after=" + before)) {
            assertThat(stream.response().headers().firstValue("Content-Type")).hasValue(STREAM);
            ledger.record(Facts.given("planted-live", "first", "2016-11-02"));
            await().until(stream::ids, List.of(before + 1)::equals);
            ledger.record(
                    Facts.given("planted-live", "second", "2016-11-02"),
                    Facts.given("planted-live", "third", "2016-11-02"));
            await().until(stream::ids, List.of(before + 1, before + 2, before + 3)::equals);
            assertThat(WebJson.mapper()
                            .readTree(stream.data().getLast())
                            .get("data")
                            .get("purpose")
                            .asString())
                    .isEqualTo("third");
        }
        // what a browser does when the connection is lost
        ledger.record(Facts.given("planted-live", "fourth", "2016-11-02"));
        try (var stream = follow("?after=" + before, "Last-Event-ID", Long.toString(before + 2))) {
            await().until(stream::ids, List.of(before + 3, before + 4)::equals);
        }
    }

    @Test
    void followsWhatIsAskedFor() throws IOException {
        try (var stream = follow("?recipient=followed-house&type=TransferPermitted")) {
            ledger.record(Facts.permitted("planted-someone", "other-house", "2016-11-03"));
            ledger.record(Facts.permitted("planted-someone", "followed-house", "2016-11-03"));
            await().until(() -> stream.ids().size() == 1);
            await().until(() -> !stream.comments().isEmpty());
            assertThat(stream.ids()).containsExactly(ledger.position());
        }
    }

    @Test
    void turnsAwayMoreStreamsThanItCanKeep() throws IOException {
        var streams = new ArrayList<EventSource>();
        for (var n = 0; n < STREAMS_MAX; n++) {
            streams.add(follow("?after=" + ledger.position()));
        }
        await().until(() -> service.head("/v1/events", "Accept", STREAM).status() == 503);
        var refused = service.ask("/v1/events", "Accept", STREAM);
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.header("Retry-After")).isNotEmpty();
        // an export has a place of its own
        assertThat(service.ask("/v1/events?after=0&limit=1", "Accept", LINES).status())
                .isEqualTo(200);
        for (var stream : streams) {
            stream.close();
        }

        // the service notices that the callers have gone
        await().atMost(20, SECONDS)
                .until(() -> service.head("/v1/events", "Accept", STREAM).status() == 200);
    }

    @Test
    void endsAStreamWhenItsTokenDoes() throws IOException {
        var token = TestIssuer.token(
                claims -> claims.expirationTime(Date.from(Instant.now().plusSeconds(3))), Scope.AUDIT_READ);
        try (var stream =
                new EventSource(service.open("/v1/events", "Accept", STREAM, "Authorization", "Bearer " + token))) {
            await().until(() -> !stream.ids().isEmpty());
            await().atMost(Duration.ofSeconds(30)).until(stream::ended);
        }
    }

    @Test
    void endsAStreamAtItsLimit() throws IOException {
        var before = ledger.position();
        try (var stream = follow("?limit=2&after=" + before)) {
            ledger.record(Facts.given("planted-few", "first", "2016-11-02"));
            await().until(stream::ids, List.of(before + 1)::equals);
            ledger.record(
                    Facts.given("planted-few", "second", "2016-11-02"),
                    Facts.given("planted-few", "third", "2016-11-02"));
            await().until(stream::ended);
            assertThat(stream.ids()).containsExactly(before + 1, before + 2);
        }
        assertThat(service.ask("/v1/events?limit=0", "Accept", STREAM).status()).isEqualTo(422);
    }

    @Test
    void answersInNoOtherForm() {
        assertThat(service.ask("/v1/events", "Accept", "application/xml").status())
                .isEqualTo(406);
        assertThat(service.ask("/v1/events?limit=1", "Accept", "*/*").header("Content-Type"))
                .isEqualTo("application/json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "", "0x1", "1 2", "-2", "9223372036854775808"})
    void rejectsAForeignEventId(String id) {
        var answer = service.ask("/v1/events", "Accept", STREAM, "Last-Event-ID", id);

        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(answer.json().at("/errors/0/header").asString()).isEqualTo("Last-Event-ID");
    }

    @Test
    void hasHeadsOfStreams() {
        assertThat(service.head("/v1/events", "Accept", STREAM).status()).isEqualTo(200);
        assertThat(service.head("/v1/events", "Accept", LINES).status()).isEqualTo(200);
    }

    @Test
    void endsStreamsWhenTheServiceStops() throws IOException {
        var other = QueryService.on(LedgerDatabase.fresh());
        try (var stream = new EventSource(other.open("/v1/events", "Accept", STREAM))) {
            var begin = System.nanoTime();
            other.close();
            await().until(stream::ended);
            assertThat(System.nanoTime() - begin).isLessThan(SECONDS.toNanos(10));
        }
    }

    @Test
    void doesNotPretendThatABrokenExportIsWhole() {
        var database = LedgerDatabase.fresh();
        var other = QueryService.on(database);
        try (other) {
            other.recorder()
                    .record(LongStream.range(0, 1_200)
                            .mapToObj(n -> Facts.given("planted-broken", "p" + n, "2016-11-02"))
                            .toArray(LedgerEvent[]::new));
            // as nobody but the database's owner could
            var owner = JdbcClient.create(database.dataSource());
            owner.sql("ALTER TABLE ledger.event DISABLE TRIGGER event_is_append_only")
                    .update();
            owner.sql("UPDATE ledger.event SET event_type = 'Unheard' WHERE position = 1000")
                    .update();

            var body = other.open("/v1/events", "Accept", LINES).body();

            assertThatThrownBy(body::readAllBytes).isInstanceOf(IOException.class);
        }
    }

    /** Patient: a stream that another test closed keeps its place until the service notices. */
    private static EventSource follow(String query, String... headers) {
        var accept = new ArrayList<>(List.of("Accept", STREAM));
        accept.addAll(List.of(headers));
        var answer = await().until(
                        () -> service.open("/v1/events" + query, accept.toArray(String[]::new)),
                        response -> response.statusCode() == 200);
        return new EventSource(answer);
    }
}
