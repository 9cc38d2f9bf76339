package org.consentledger.query.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.consentledger.http.json.WebJson;
import org.consentledger.ledger.LedgerDatabase;
import org.consentledger.ledger.tree.BrokenTreeException;
import org.consentledger.ledger.tree.LedgerEntries;
import org.consentledger.log.checkpoint.Checkpoint;
import org.consentledger.log.entry.Entry;
import org.consentledger.log.note.SigningKey;
import org.consentledger.log.tree.Frontier;
import org.consentledger.log.tree.Hash;
import org.consentledger.log.tree.Verification;
import org.consentledger.query.support.Facts;
import org.consentledger.query.support.QueryService;
import org.consentledger.setting.SettingException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class LogTest {

    private static final int EVENTS = 300;
    private static final LedgerDatabase DATABASE = LedgerDatabase.fresh();
    private static QueryService service;

    @BeforeAll
    static void aLedgerOfMoreThanATile() {
        service = QueryService.on(DATABASE);
        for (var i = 0; i < EVENTS; i++) {
            service.recorder().record(Facts.given("planted-logged-" + i, "business-notices", "2016-11-02"));
        }
        awaitCheckpoint(service, EVENTS);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void aCheckpointSaysWhatTheLogIs() {
        var answer = service.ask("/v1/log/checkpoint");

        assertThat(answer.header("Content-Type")).isEqualTo("text/plain;charset=utf-8");
        assertThat(checkpoint(service)).isEqualTo(new Checkpoint("test.example/ledger", EVENTS, root(entries())));
    }

    @ParameterizedTest
    @CsvSource({"0, 300", "299, 300", "255, 256", "17, 18", "100, 257"})
    void anEventIsProvedToStandInIt(int position, int size) {
        var leaves = entries();
        var answer = service.ask("/v1/log/proof/inclusion?position=" + position + "&size=" + size)
                .json();

        assertThat(Hash.ofBase64(answer.get("leaf").asString())).isEqualTo(leaves.get(position));
        assertThat(Verification.includes(
                        leaves.get(position), position, size, hashes(answer), root(leaves.subList(0, size))))
                .isTrue();
    }

    @Test
    void withoutASizeTheNewestCheckpointIsMeant() {
        assertThat(service.ask("/v1/log/proof/inclusion?position=5")
                        .json()
                        .get("size")
                        .asLong())
                .isEqualTo(EVENTS);
        assertThat(service.ask("/v1/log/proof/consistency?from=5")
                        .json()
                        .get("to")
                        .asLong())
                .isEqualTo(EVENTS);
    }

    @ParameterizedTest
    @CsvSource({"1, 300", "256, 300", "299, 300", "300, 300", "7, 256"})
    void theLogIsProvedToHaveOnlyGrown(int from, int to) {
        var leaves = entries();
        var answer = service.ask("/v1/log/proof/consistency?from=" + from + "&to=" + to)
                .json();

        assertThat(Verification.grew(
                        from, root(leaves.subList(0, from)), to, root(leaves.subList(0, to)), hashes(answer)))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "inclusion?position=300, position",
        "inclusion?position=5&size=5, position",
        "inclusion?position=5&size=301, size",
        "inclusion?position=-1, position",
        "inclusion, position",
        "inclusion?position=x, position",
        "consistency?from=301, from",
        "consistency?from=0, from",
        "consistency?from=5&to=4, from",
        "consistency?from=5&to=301, to"
    })
    void whatCannotBeProvedIsAWrongQuestion(String question, String parameter) {
        var answer = service.ask("/v1/log/proof/" + question);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().get("errors").get(0).get("parameter").asString())
                .isEqualTo(parameter);
    }

    @Test
    void tilesHoldTheHashesOfTheirLevel() throws IOException {
        var leaves = entries();

        assertThat(tile("0/000")).isEqualTo(leaves.subList(0, 256));
        assertThat(tile("0/001.p/44")).isEqualTo(leaves.subList(256, 300));
        assertThat(tile("0/001.p/1")).isEqualTo(leaves.subList(256, 257));
        assertThat(tile("1/000.p/1")).containsExactly(root(leaves.subList(0, 256)));
    }

    @Test
    void entriesAreTheLeaves() throws IOException {
        var leaves = entries();

        assertThat(bundle("000")).isEqualTo(leaves.subList(0, 256));
        assertThat(bundle("001.p/44")).isEqualTo(leaves.subList(256, 300));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0/001",
                "0/001.p/45",
                "1/000",
                "1/000.p/2",
                "2/000.p/1",
                "0/000.p/256",
                "0/0",
                "8/000",
                "-1/000",
                "0/",
                "entries/001",
                "entries/001.p/45",
                "entries/0"
            })
    void whatNoCheckpointCoversIsNotThere(String path) {
        assertThat(service.ask("/v1/log/tile/" + path).status()).isEqualTo(404);
    }

    @Test
    void anExportHoldsWhatTheLeavesCommitTo() {
        var lines =
                service.ask("/v1/log/export").body().lines().map(LogTest::json).toList();
        var head = lines.getFirst();

        assertThat(head.get("format").asString()).isEqualTo("consent-ledger/export/v1");
        assertThat(head.get("treeSize").asLong()).isEqualTo(EVENTS);
        assertThat(lines.subList(1, lines.size())).hasSize(EVENTS).first().satisfies(line -> {
            assertThat(line.get("entry").get("position").asLong()).isZero();
            assertThat(json(line.get("entry").get("payload").asString())
                            .get("purpose")
                            .asString())
                    .isEqualTo("business-notices");
            assertThat(Hash.ofBase64(line.get("leaf").asString()))
                    .isEqualTo(entries().getFirst());
        });
        assertThat(service.ask("/v1/log/export?from=298").body().lines()).hasSize(3);
    }

    private static final String SET_BACK = """
            WITH gone AS (DELETE FROM ledger.event WHERE position > 0)
            UPDATE ledger.tree
               SET size = 1, subtrees = ARRAY[(SELECT leaf_hash FROM ledger.event WHERE position = 0)]
            """;

    private static final String REWRITTEN = """
            WITH rewritten AS (
                UPDATE ledger.event
                   SET payload = '{}',
                       leaf_hash = ledger.leaf_hash(position, event_id, stream_type, stream_id, stream_sequence,
                           recorded_at, event_type, revision, command_id, event_index, request_sha256, recipient, '{}',
                           metadata)
                 WHERE position = 1 RETURNING leaf_hash)
            UPDATE ledger.tree
               SET subtrees = ARRAY[sha256('\\x01'::bytea
                       || (SELECT leaf_hash FROM ledger.event WHERE position = 0)
                       || (SELECT leaf_hash FROM rewritten))]
            """;

    static Stream<Arguments> deeds() {
        return Stream.of(
                Arguments.of("set back", SET_BACK, "it was set back to an older state"),
                Arguments.of("rewritten", REWRITTEN, "are not those that were signed"));
    }

    /** As whoever owns the database could do it, leaves, tree and guards included, while consent-query is down. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("deeds")
    void isNotServedFromABrokenLedger(String deed, String sql, String told) {
        var database = LedgerDatabase.fresh();
        try (var before = QueryService.on(database)) {
            before.recorder().record(Facts.given("planted-a", "p", "2016-11-02"));
            before.recorder().record(Facts.given("planted-b", "p", "2016-11-02"));
            awaitCheckpoint(before, 2);
        }
        var owner = JdbcClient.create(database.dataSource());
        owner.sql("ALTER TABLE ledger.event DISABLE TRIGGER event_is_append_only")
                .update();
        assertThat(owner.sql(sql).update()).isEqualTo(1);
        owner.sql("ALTER TABLE ledger.event ENABLE ALWAYS TRIGGER event_is_append_only")
                .update();

        assertThatThrownBy(() -> QueryService.on(database))
                .hasRootCauseInstanceOf(BrokenTreeException.class)
                .hasStackTraceContaining("THE LEDGER IS BROKEN")
                .hasStackTraceContaining(told);
    }

    /** Found while it happens: the next checkpoint is not made, and a metric says why. */
    @Test
    void whatIsAlteredUnderARunningServiceIsNotSigned() {
        var database = LedgerDatabase.fresh();
        try (var running = QueryService.on(database)) {
            running.recorder().record(Facts.given("planted-a", "p", "2016-11-02"));
            awaitCheckpoint(running, 1);
            JdbcClient.create(database.dataSource())
                    .sql("UPDATE ledger.tree SET subtrees = ARRAY[sha256('x')]")
                    .update();
            running.recorder().record(Facts.given("planted-b", "p", "2016-11-02"));

            await().untilAsserted(() -> assertThat(
                            running.manage("/actuator/prometheus").body())
                    .containsPattern("ledger_broken(\\{.*})? 1")
                    .containsPattern("ledger_checkpoint_lag_events(\\{.*})? 1"));
            assertThat(checkpoint(running).size()).isEqualTo(1);
        }
    }

    /** Whoever restores all of the database, checkpoints included, does not have the file. */
    @Test
    void aRestoredBackupIsFoundByTheCheckpointOutsideTheDatabase() {
        var database = LedgerDatabase.fresh();
        var name = database.url().substring(database.url().lastIndexOf('/') + 1);
        var administrator = JdbcClient.create(LedgerDatabase.fresh().administrator());
        recordOne(database, "planted-a", 1);
        // the service's last connections are still on their way out
        administrator
                .sql("SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE datname = ?")
                .param(name)
                .query()
                .listOfRows();
        administrator
                .sql("CREATE DATABASE backup_" + name + " TEMPLATE " + name)
                .update();
        recordOne(database, "planted-b", 2);
        administrator.sql("DROP DATABASE " + name + " WITH (FORCE)").update();
        administrator
                .sql("CREATE DATABASE " + name + " TEMPLATE backup_" + name + " OWNER " + LedgerDatabase.OWNER)
                .update();

        assertThatThrownBy(() -> QueryService.on(database))
                .hasStackTraceContaining("a checkpoint of 2 events was signed, but the ledger holds only 1");
    }

    private static void recordOne(LedgerDatabase database, String subject, long size) {
        try (var service = QueryService.on(database)) {
            service.recorder().record(Facts.given(subject, "p", "2016-11-02"));
            awaitCheckpoint(service, size);
        }
    }

    /** The past was rewritten and signed by a node without a file; the node with one does not go along. */
    @Test
    void everyCheckpointThatIsKeptHasToFit() throws IOException {
        var database = LedgerDatabase.fresh();
        recordOne(database, "planted-a", 1);
        recordOne(database, "planted-b", 2);
        var key = SigningKey.parse(Files.readString(database.signingKeyFile()));
        var other = new Checkpoint("test.example/ledger", 1, Hash.EMPTY)
                .sign(List.of(key))
                .toString();
        Files.writeString(database.signingKeyFile().resolveSibling("signing.key.checkpoint"), other);

        assertThatThrownBy(() -> QueryService.on(database))
                .hasStackTraceContaining("the first 1 events are not those that were signed");
    }

    /** Another node's row may be on the primary alone, as after a crash in the middle of its commit. */
    @Test
    void whatOnlyTheDatabaseHoldsIsNotPublishedAtTheStart() throws IOException {
        var database = LedgerDatabase.fresh();
        var file = database.signingKeyFile().resolveSibling("signing.key.checkpoint");
        recordOne(database, "planted-a", 1);
        var own = Files.readString(file);
        recordOne(database, "planted-b", 2);
        Files.writeString(file, own);
        var owner = JdbcClient.create(database.dataSource());
        owner.sql("""
                CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''away''; END'
                """).update();
        owner.sql("CREATE TRIGGER refuse BEFORE INSERT ON ledger.checkpoint FOR EACH ROW EXECUTE FUNCTION refuse()")
                .update();
        try (var again = QueryService.on(database)) {
            await().untilAsserted(() -> assertThat(
                            again.manage("/actuator/prometheus").body())
                    .containsPattern("ledger_checkpoint_failing(\\{.*})? 1"));
            assertThat(checkpoint(again).size()).isEqualTo(1);

            owner.sql("DROP TRIGGER refuse ON ledger.checkpoint").update();

            awaitCheckpoint(again, 2);
        }
    }

    @Test
    void aCheckpointFileThatCannotBeWrittenStopsTheStart() {
        assertThatThrownBy(() ->
                        QueryService.on(LedgerDatabase.fresh(), "log.checkpoint-file=/proc/nowhere/ledger.checkpoint"))
                .hasStackTraceContaining("LEDGER_CHECKPOINT_FILE");
    }

    /** Only then could a checkpoint that was not kept be missed for long: nothing new comes. */
    @Test
    void aCheckpointThatCouldNotBeKeptIsMadeAgain() {
        var database = LedgerDatabase.fresh();
        var owner = JdbcClient.create(database.dataSource());
        try (var running = QueryService.on(database)) {
            awaitCheckpoint(running, 0);
            owner.sql("REVOKE INSERT ON ledger.checkpoint FROM ledger_reader").update();
            running.recorder().record(Facts.given("planted-a", "p", "2016-11-02"));
            await().untilAsserted(() -> assertThat(
                            running.manage("/actuator/prometheus").body())
                    .containsPattern("ledger_checkpoint_failing(\\{.*})? 1"));

            owner.sql("GRANT INSERT ON ledger.checkpoint TO ledger_reader").update();

            awaitCheckpoint(running, 1);
            assertThat(running.manage("/actuator/prometheus").body())
                    .containsPattern("ledger_checkpoint_failing(\\{.*})? 0")
                    .containsPattern("ledger_checkpoint_lag_events(\\{.*})? 0");
        }
    }

    @Test
    void keysChangeWhileBothSign() throws IOException {
        var database = LedgerDatabase.fresh();
        var file = database.signingKeyFile();
        var old = Files.readString(file);
        var next = SigningKey.generate("test.example/ledger");
        try (var alone = QueryService.on(database)) {
            await().untilAsserted(() ->
                    assertThat(alone.ask("/v1/log/checkpoint").body().lines()).hasSize(5));
        }

        Files.writeString(file, next.secret() + "\n" + old);
        try (var both = QueryService.on(database)) {
            await().ignoreExceptions()
                    .untilAsserted(() -> assertThat(open(both, next).size()).isZero());
            both.recorder().record(Facts.given("planted-a", "p", "2016-11-02"));
            awaitCheckpoint(both, 1);
        }
        Files.writeString(file, next.secret() + "\n");
        try (var after = QueryService.on(database)) {
            assertThat(open(after, next).size()).isEqualTo(1);
        }
        Files.writeString(file, SigningKey.generate("test.example/ledger").secret() + "\n");
        assertThatThrownBy(() -> QueryService.on(database))
                .hasStackTraceContaining("the newest checkpoint was signed by none of the signing keys");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sEcReT\n", "PRIVATE+KEY+a+00000000+sEcReT\n"})
    void aKeyFileThatIsWrongStopsTheStartAndIsNotQuoted(String content) throws IOException {
        var file = Files.writeString(Files.createTempFile("signing", ".key"), content);

        assertThatThrownBy(() -> QueryService.on(LedgerDatabase.fresh(), "log.signing-key-file=" + file))
                .hasRootCauseInstanceOf(RuntimeException.class)
                .hasStackTraceContaining(SettingException.class.getName())
                .hasStackTraceContaining("the signing key file " + file)
                .satisfies(e -> assertThat(e).hasMessageNotContaining("sEcReT"));
    }

    private static Checkpoint open(QueryService service, SigningKey key) {
        return Checkpoint.open(service.ask("/v1/log/checkpoint").body(), List.of(key.verification()));
    }

    private static void awaitCheckpoint(QueryService service, long size) {
        await().ignoreExceptions()
                .untilAsserted(() -> assertThat(checkpoint(service).size()).isEqualTo(size));
    }

    private static Checkpoint checkpoint(QueryService service) {
        try {
            var file = service.bean(LogProperties.class).signingKeyFile();
            var trusted = Files.readAllLines(file).stream()
                    .map(line -> SigningKey.parse(line).verification())
                    .toList();
            return Checkpoint.open(service.ask("/v1/log/checkpoint").body(), trusted);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Hash> entries() {
        return service.bean(LedgerEntries.class).from(0, EVENTS).stream()
                .map(Entry::leaf)
                .toList();
    }

    private static Hash root(List<Hash> leaves) {
        var frontier = new Frontier();
        leaves.forEach(frontier::append);
        return frontier.root();
    }

    private static List<Hash> hashes(JsonNode answer) {
        return StreamSupport.stream(answer.get("proof").spliterator(), false)
                .map(hash -> Hash.ofBase64(hash.asString()))
                .toList();
    }

    private static List<Hash> tile(String path) throws IOException {
        var bytes = bytes("/v1/log/tile/" + path);
        var hashes = new ArrayList<Hash>();
        for (var at = 0; at < bytes.length; at += Hash.BYTES) {
            hashes.add(Hash.of(Arrays.copyOfRange(bytes, at, at + Hash.BYTES)));
        }
        return hashes;
    }

    private static List<Hash> bundle(String path) throws IOException {
        var in = new DataInputStream(new ByteArrayInputStream(bytes("/v1/log/tile/entries/" + path)));
        var leaves = new ArrayList<Hash>();
        while (in.available() > 0) {
            leaves.add(Hash.ofLeaf(in.readNBytes(in.readUnsignedShort())));
        }
        return leaves;
    }

    private static byte[] bytes(String path) throws IOException {
        try (var body = service.open(path).body()) {
            return body.readAllBytes();
        }
    }

    private static JsonNode json(String text) {
        return WebJson.mapper().readTree(text);
    }
}
