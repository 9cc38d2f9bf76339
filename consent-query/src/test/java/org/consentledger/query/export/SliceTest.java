package org.consentledger.query.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.LongStream;
import org.consentledger.LedgerEvent;
import org.consentledger.http.json.WebJson;
import org.consentledger.ledger.LedgerDatabase;
import org.consentledger.log.checkpoint.Checkpoint;
import org.consentledger.log.digest.Sha256;
import org.consentledger.log.entry.Entry;
import org.consentledger.log.jws.CompactJws;
import org.consentledger.log.note.SigningKey;
import org.consentledger.log.tree.Hash;
import org.consentledger.log.tree.Verification;
import org.consentledger.query.support.Facts;
import org.consentledger.query.support.QueryService;
import org.consentledger.query.support.Recorder;
import org.consentledger.query.support.Response;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class SliceTest {

    private static final String LINES = "application/x-ndjson";
    private static final int MANY = 700;

    private static QueryService service;
    private static Recorder ledger;
    private static SigningKey key;
    private static Instant middle;

    @BeforeAll
    static void start() throws IOException {
        var database = LedgerDatabase.fresh();
        service = QueryService.on(database);
        key = SigningKey.parse(
                Files.readString(Path.of(database.signingKeyFile().toString())).strip());
        ledger = service.recorder();
        ledger.record(Facts.notice("2016-10", "2016-10-01", false));
        ledger.record(Facts.recipient("slice-house"));
        ledger.record(Facts.given("planted-sliced", "letters", "2016-11-02"));
        ledger.record(Facts.permitted("planted-sliced", "slice-house", "2016-11-03"));
        ledger.record(Facts.revoked("planted-sliced", "*", "2016-11-04"));
        middle = ledger.recordedAt();
        ledger.record(LongStream.range(0, MANY)
                .mapToObj(n -> Facts.given("planted-many-" + n % 7, "p" + n, "2016-11-02"))
                .toArray(LedgerEvent[]::new));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static Response export(String query, String... headers) {
        return service.ask(
                "/v1/exports/events" + query + (query.isEmpty() ? "?" : "&") + "minPosition=" + ledger.position(),
                headers);
    }

    private static List<JsonNode> lines(Response answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.body().lines().map(WebJson.mapper()::readTree).toList();
    }

    private static List<Long> positions(List<JsonNode> lines) {
        return lines.subList(1, lines.size() - 1).stream()
                .map(line -> line.at("/entry/position").asLong())
                .toList();
    }

    @Test
    void provesEachEventAndSignsTheWhole() {
        var answer = export("");
        var lines = lines(answer);

        assertThat(answer.header("Content-Type")).isEqualTo(LINES);
        assertThat(answer.header("Content-Disposition")).isEqualTo("attachment; filename=\"events.ndjson\"");
        assertThat(lines.getFirst().get("format").asString()).isEqualTo("consent-ledger/slice/v1");
        var checkpoint = Checkpoint.open(lines.getFirst().get("checkpoint").asString(), List.of(key.verification()));
        assertThat(checkpoint.size()).isEqualTo(ledger.position() + 1);
        assertThat(positions(lines))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(0, ledger.position()).boxed().toList());
        lines.subList(1, lines.size() - 1).forEach(line -> assertProved(line, checkpoint));

        var end = lines.getLast();
        var jws = CompactJws.parse(end.get("jws").asString());
        assertThat(jws.isSignedBy(key.verification())).isTrue();
        assertThat(WebJson.mapper().readTree(jws.payload())).isEqualTo(end.get("slice"));
        assertThat(end.at("/slice/events").asLong()).isEqualTo(checkpoint.size());
        assertThat(end.at("/slice/position").asLong()).isEqualTo(ledger.position());
        assertThat(end.at("/slice/root").asString()).isEqualTo(checkpoint.root().base64());
        var before = answer.body().substring(0, answer.body().lastIndexOf("{\"slice\""));
        assertThat(end.at("/slice/sha256").asString())
                .isEqualTo(HexFormat.of().formatHex(Sha256.of(before.getBytes(StandardCharsets.UTF_8))));
    }

    private static void assertProved(JsonNode line, Checkpoint checkpoint) {
        var entry = WebJson.mapper().treeToValue(line.get("entry"), Entry.class);
        var proof = line.get("proof")
                .valueStream()
                .map(hash -> Hash.ofBase64(hash.asString()))
                .toList();
        assertThat(Verification.includes(entry.leaf(), entry.position(), checkpoint.size(), proof, checkpoint.root()))
                .as("position %d", entry.position())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "?upTo=2, 0 1 2",
        "?after=1&upTo=3, 2 3",
        "?after=3&upTo=1, ''",
        "?type=RecipientRegistered, 1",
        "?subject=planted-sliced, 2 3 4",
        "?recipient=slice-house, 1 3",
        "?purpose=letters, 2 4",
        "?purpose=p7&type=ConsentGiven, 12",
        "?purpose=p699&after=4, 704",
        "?subject=unheard-of, ''",
    })
    void isWhatWasAskedFor(String query, String expected) {
        assertThat(positions(lines(export(query))).stream().map(String::valueOf))
                .containsExactlyElementsOf(expected.isEmpty() ? List.of() : List.of(expected.split(" ")));
    }

    @Test
    void endsAtTimesOfTheLedger() {
        assertThat(positions(lines(export("?from=" + middle))))
                .startsWith(4L, 5L)
                .hasSize(MANY + 1);
        assertThat(positions(lines(export("?to=" + middle)))).containsExactly(0L, 1L, 2L, 3L);
        assertThat(positions(lines(export("?to=2016-01-01T00:00:00Z")))).isEmpty();
        assertThat(positions(lines(export("?from=2100-01-01T00:00:00Z")))).isEmpty();
        assertThat(lines(export("?from=" + middle + "&after=10")).getFirst().get("filter"))
                .isEqualTo(
                        WebJson.mapper().createObjectNode().put("after", "10").put("from", middle.toString()));
    }

    @Test
    void namesNobodyByReference() {
        var answer = export("?subject=planted-sliced");

        assertThat(answer.body()).doesNotContain("planted-sliced").contains("\"sealed");
        assertThat(lines(answer).getFirst().at("/filter/subjectId").asString())
                .isEqualTo(Facts.id("planted-sliced").value());
    }

    /** The same slice as a table: the same events, the same proofs. */
    @Test
    void isATableToo() {
        var answer = export("?upTo=4", "Accept", "text/csv");
        var records = answer.body().split("\r\n", -1);

        assertThat(answer.header("Content-Type")).startsWith("text/csv;").contains("charset=utf-8", "header=present");
        assertThat(answer.header("Content-Disposition")).isEqualTo("attachment; filename=\"events.csv\"");
        assertThat(records[0]).startsWith("position,eventId,").endsWith(",proof,slice");
        assertThat(records).hasSize(1 + 1 + 5 + 1 + 1);
        var lines = lines(export("?upTo=4"));
        for (var n = 0; n < 5; n++) {
            assertThat(records[n + 2])
                    .startsWith(n + "," + lines.get(n + 1).at("/entry/eventId").asString() + ",")
                    .contains(lines.get(n + 1).at("/proof/0").asString())
                    .contains(lines.get(n + 1).at("/entry/payload").asString().replace("\"", "\"\""));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*/* | application/x-ndjson",
                "text/html, */*;q=0.1 | application/x-ndjson",
                "text/csv, application/x-ndjson;q=0.5 | text/csv;",
                "application/x-ndjson, text/csv;q=0.5 | application/x-ndjson",
                "text/* | text/csv;",
            })
    void answersInTheFormThatIsLiked(String accept, String type) {
        assertThat(export("?upTo=1", "Accept", accept).header("Content-Type")).startsWith(type);
    }

    @Test
    void answersInNoOther() {
        assertThat(export("", "Accept", "application/xml").status()).isEqualTo(406);
    }

    @Test
    void goesOnWhereItBrokeOff() {
        var whole = positions(lines(export("?type=ConsentGiven")));
        var got = new ArrayList<>(whole.subList(0, 300));
        got.addAll(positions(lines(export("?type=ConsentGiven&after=" + got.getLast()))));

        assertThat(got).isEqualTo(whole);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "after=-2",
                "upTo=-1",
                "upTo=x",
                "from=yesterday",
                "to=2016",
                "type=Nothing",
                "subjectId=x",
                "recipient=A",
                "purpose=*",
                "limit=5",
                "minPosition=-1"
            })
    void namesABadParameter(String parameter) {
        var answer = service.ask("/v1/exports/events?" + parameter);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().at("/errors/0/parameter").asString()).isEqualTo(parameter.replaceFirst("=.*", ""));
    }

    /**
     * What the administrator of the database took away is not signed for, where the slice itself would show it. Here that is a
     * whole row of leaves, as the proofs of all others in the row could not be made otherwise.
     */
    @Test
    void isNotSignedWhereAnEventIsMissing() {
        var database = LedgerDatabase.fresh();
        try (var holed = QueryService.on(database)) {
            holed.recorder().record(Facts.notice("2016-10", "2016-10-01", false));
            holed.recorder().record(given("planted-holed", 1, 256));
            holed.recorder().record(given("planted-holed", 256, 512));
            var lost = holed.recorder().recordedAt();
            holed.recorder().record(given("planted-holed", 512, 520));
            holed.recorder().record(given("planted-whole", 520, 521));
            assertThat(holed.ask("/v1/exports/events?after=519&minPosition=520").body())
                    .contains("\"jws\":");
            var administrator = JdbcClient.create(database.administrator());
            administrator.sql("ALTER TABLE ledger.event DISABLE TRIGGER ALL").update();
            administrator
                    .sql("DELETE FROM ledger.event WHERE position BETWEEN 256 AND 511")
                    .update();

            for (var query : List.of(
                    "after=250",
                    "after=255",
                    "after=250&upTo=300",
                    "from=" + lost,
                    "after=250&to=" + lost,
                    "after=250&subjectId=" + Facts.id("planted-holed").value())) {
                assertThatThrownBy(() -> wholeSlice(holed, query)).as(query).hasMessageMatching("500|chunked .*");
            }
            for (var query : List.of(
                    "upTo=255",
                    "after=511",
                    "after=250&purpose=p515",
                    "subjectId=" + Facts.id("planted-whole").value())) {
                assertThat(holed.ask("/v1/exports/events?" + query).body())
                        .as(query)
                        .contains("\"jws\":");
            }
        }
    }

    /** Refused, or broken off if something of it had been sent already. */
    private static String wholeSlice(QueryService service, String query) throws IOException {
        try {
            var answer = service.ask("/v1/exports/events?" + query);
            if (answer.status() != 200) {
                throw new IOException(Integer.toString(answer.status()));
            }
            return answer.body();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static LedgerEvent[] given(String subject, long from, long to) {
        return LongStream.range(from, to)
                .mapToObj(position -> Facts.given(subject, "p" + position, "2016-11-02"))
                .toArray(LedgerEvent[]::new);
    }

    @Test
    void waitsForACheckpointAndNotForEver() {
        await().untilAsserted(() ->
                assertThat(service.ask("/v1/exports/events?upTo=1").status()).isEqualTo(200));
        var answer = service.ask("/v1/exports/events?minPosition=1000000");
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isNotEmpty();
    }
}
