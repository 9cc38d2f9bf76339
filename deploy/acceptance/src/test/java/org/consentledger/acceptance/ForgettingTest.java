package org.consentledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.consentledger.log.note.SigningKey;
import org.consentledger.verifier.Verifier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A person is forgotten, and the ledger still proves what happened. */
@ExtendWith(OutputCaptureExtension.class)
class ForgettingTest {

    private static final String REFERENCE = "nora@planted.example";

    /** Whatever is personal about her: all of it holds this word. */
    private static final String PLANTED = "planted";

    @TempDir
    private static Path folder;

    private static RunningLedger ledger;
    private static JdbcClient administrator;

    @BeforeAll
    static void start() {
        ledger = RunningLedger.start();
        administrator = JdbcClient.create(ledger.database().administrator());
        recorded(ledger.send(
                "publish-notice",
                Map.of(
                        "notice",
                        "shop",
                        "version",
                        "v1",
                        "effectiveFrom",
                        "2016-01-01T00:00:00Z",
                        "asksAgain",
                        false,
                        "homeArea",
                        List.of("EEA"),
                        "purposes",
                        List.of(Map.of(
                                "purpose",
                                "letters",
                                "basis",
                                "CONSENT",
                                "form",
                                "EXPLICIT",
                                "dataCategories",
                                List.of("contact"),
                                "recipientClasses",
                                List.of("SUB_SUPPLIER"))))));
        recorded(ledger.send(
                "register-recipient",
                Map.of("recipient", "printer", "name", "Printer", "class", "SUB_SUPPLIER", "country", "IT")));
    }

    @AfterAll
    static void stop() {
        ledger.close();
    }

    @Test
    void nothingPersonalIsLeftAndEverythingElseIs(CapturedOutput log) throws IOException {
        tellEverythingAbout(REFERENCE);
        var before = countsByType();
        assertThat(ledger.raw("/v1/events")).contains(PLANTED);

        var erased = ledger.send("erase-subject", Map.of("subject", REFERENCE));
        recorded(erased);
        var position = erased.body().path("position").asLong();
        await().untilAsserted(() -> assertThat(checkpointSize()).isGreaterThan(position));

        assertThat(everyAnswerAboutHer()).doesNotContain(PLANTED);
        assertThat(everyRow()).doesNotContain(PLANTED);
        assertThat(countsByType()).isEqualTo(before);
        assertThat(verified()).startsWith("0\nverified to size ");

        refusedAsErased();
        assertThat(log.getAll()).isNotEmpty().doesNotContain(PLANTED);
        beginsAnew();
    }

    private static void tellEverythingAbout(String subject) {
        var giver = Map.of("kind", "DELEGATE", "reference", "planted-lawyer", "authority", "planted power of attorney");
        recorded(ledger.send("give-consent", consent(subject, giver, "2016-11-02T10:15:00Z")));
        recorded(ledger.send("record-transfer", transfer(subject, "2016-11-20T09:00:00Z")));
        recorded(ledger.send(
                "object-to-processing",
                Map.of(
                        "subject",
                        subject,
                        "purposes",
                        List.of("letters"),
                        "giver",
                        giver,
                        "objectedAt",
                        "2016-12-01T08:00:00Z")));
        recorded(ledger.send(
                "place-legal-hold",
                Map.of(
                        "subject",
                        subject,
                        "hold",
                        "case-1",
                        "reason",
                        "planted claim",
                        "placedAt",
                        "2016-12-01T08:00:00Z",
                        "heldUntil",
                        "2017-12-01T08:00:00Z")));
        recorded(ledger.send(
                "revoke-consent",
                Map.of(
                        "subject",
                        subject,
                        "purposes",
                        List.of("letters"),
                        "giver",
                        giver,
                        "revokedAt",
                        "2017-01-01T08:00:00Z")));
    }

    private static Map<String, Object> consent(String subject, Map<String, String> giver, String at) {
        return Map.of(
                "subject",
                subject,
                "notice",
                "shop",
                "noticeVersion",
                "v1",
                "purposes",
                List.of("letters"),
                "evidence",
                Map.of("channel", "WEB_FORM", "form", "EXPLICIT", "collectedBy", "planted-shop"),
                "giver",
                giver,
                "collectedAt",
                at);
    }

    private static Map<String, Object> transfer(String subject, String at) {
        return Map.of(
                "subject",
                subject,
                "recipient",
                "printer",
                "purpose",
                "letters",
                "dataCategories",
                List.of("contact"),
                "intent",
                "AUTHORISE",
                "occurredAt",
                at,
                "reference",
                "planted-job");
    }

    /** Without the reference that the question itself names. */
    private static String everyAnswerAboutHer() {
        var subject = RunningLedger.encoded(REFERENCE);
        var answers = Stream.of(
                        "/v1/subjects/" + subject + "/consents",
                        "/v1/subjects/" + subject + "/consents?asOf=2016-11-03T00:00:00Z",
                        "/v1/subjects/" + subject + "/history",
                        "/v1/subjects/" + subject + "/transfers",
                        "/v1/subjects/" + subject + "/accesses",
                        "/v1/accesses",
                        "/v1/recipients/printer/transfers",
                        "/v1/events")
                .map(ledger::ask)
                .peek(answer -> assertThat(answer.status()).isEqualTo(200))
                .map(answer -> answer.body().toString().replace(REFERENCE, ""));
        var receipts = ledger.ask("/v1/events")
                .body()
                .path("events")
                .valueStream()
                .map(event -> "/v1/receipts/" + event.path("id").asString())
                .flatMap(receipt -> Stream.of(ledger.raw(receipt), ledger.raw(receipt, "Accept", "text/html")));
        return Stream.of(answers, receipts, Stream.of(ledger.raw("/v1/log/export")))
                .flatMap(each -> each)
                .collect(Collectors.joining("\n"));
    }

    /** What a backup of the whole database holds. */
    private static String everyRow() {
        return administrator.sql("""
                        SELECT format('SELECT t::text FROM %I.%I AS t', schemaname, tablename) FROM pg_tables
                         WHERE schemaname IN ('ledger', 'keyring', 'access', 'projection', 'projection_rebuild')
                        """).query(String.class).list().stream()
                .flatMap(table -> administrator.sql(table).query(String.class).list().stream())
                .collect(Collectors.joining("\n"));
    }

    private static Map<String, Long> countsByType() {
        return administrator
                .sql(
                        "SELECT event_type, count(*) AS events FROM ledger.event WHERE event_type <> 'SubjectErased' GROUP BY 1")
                .query((row, number) -> Map.entry(row.getString("event_type"), row.getLong("events")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static long checkpointSize() {
        return Long.parseLong(
                ledger.raw("/v1/log/checkpoint").lines().skip(1).findFirst().orElseThrow());
    }

    private static String verified() throws IOException {
        var export = Files.writeString(folder.resolve("export.ndjson"), ledger.raw("/v1/log/export"));
        var checkpoint = Files.writeString(folder.resolve("now.checkpoint"), ledger.raw("/v1/log/checkpoint"));
        var key = SigningKey.parse(Files.readString(ledger.database().signingKeyFile()))
                .verification()
                .toString();
        var out = new StringWriter();
        var code = Verifier.run(
                new PrintWriter(out, true),
                new PrintWriter(out, true),
                "verify",
                "--export",
                export.toString(),
                "--key",
                key,
                "--checkpoint",
                checkpoint.toString());
        return code + "\n" + out;
    }

    private static void refusedAsErased() {
        for (var at : List.of("2016-11-20T09:30:00Z", Instant.now().toString())) {
            var refused = ledger.send("record-transfer", transfer(REFERENCE, at));
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.body().at("/decision/reasons").toString()).contains("SUBJECT_ERASED");
        }
        assertThat(everyRow()).doesNotContain(PLANTED);
        var late = ledger.send("give-consent", consent(REFERENCE, Map.of("kind", "SUBJECT"), "2016-11-05T10:15:00Z"));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body().path("code").asString("")).isEqualTo("SUBJECT_ERASED");
    }

    private static void beginsAnew() {
        var given = ledger.send(
                "give-consent",
                consent(REFERENCE, Map.of("kind", "SUBJECT"), Instant.now().toString()));
        recorded(given);

        var history = ledger.ask("/v1/subjects/" + RunningLedger.encoded(REFERENCE) + "/history")
                .body();

        assertThat(history.path("events")).hasSize(1);
        assertThat(history.at("/events/0/data/subject").asString("")).isEqualTo(REFERENCE);
        assertThat(history.path("subjectId").asString(""))
                .isNotEqualTo(administrator
                        .sql("SELECT stream_id FROM ledger.event WHERE event_type = 'SubjectErased'")
                        .query(String.class)
                        .list()
                        .getFirst());
    }

    @Test
    void aLegalHoldMakesErasureWaitAndItsEndCarriesItOut() {
        recorded(ledger.send(
                "place-legal-hold",
                Map.of(
                        "subject",
                        "planted-held",
                        "hold",
                        "case-2",
                        "reason",
                        "a claim",
                        "heldUntil",
                        Instant.now().plus(Duration.ofHours(1)).toString())));

        var asked = ledger.send("erase-subject", Map.of("subject", "planted-held"));

        assertThat(asked.status()).isEqualTo(202);
        assertThat(asked.body().at("/erasure/state").asString("")).isEqualTo("WAITING");
        assertThat(types("planted-held")).containsExactly("LegalHoldPlaced", "ErasureRequested");

        recorded(ledger.send("release-legal-hold", Map.of("subject", "planted-held", "hold", "case-2")));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(ledger.ask("/v1/subjects/planted-held/history")
                                .body()
                                .path("erasedAt")
                                .isString())
                        .isTrue());
    }

    private static List<String> types(String subject) {
        return ledger.ask("/v1/subjects/" + subject + "/history")
                .body()
                .path("events")
                .valueStream()
                .map(event -> event.path("type").asString("").replace("org.consentledger.", ""))
                .toList();
    }

    private static void recorded(RunningLedger.Answer answer) {
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
    }
}
