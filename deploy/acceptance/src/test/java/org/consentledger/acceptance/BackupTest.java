package org.consentledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.consentledger.http.access.TestIssuer;
import org.consentledger.ledger.start.DatabaseRole;
import org.consentledger.log.note.SigningKey;
import org.consentledger.query.ConsentQuery;
import org.consentledger.verifier.Verifier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A ledger is backed up by the script that operators have, lost, and restored to a moment before its end. */
class BackupTest {

    @TempDir
    private Path folder;

    private InstalledPostgres postgres;

    @BeforeEach
    void start() throws IOException {
        postgres = InstalledPostgres.start(folder);
    }

    @AfterEach
    void stop() {
        postgres.close();
    }

    @Test
    void whatIsRestoredIsTheBeginningOfWhatWasPublished() throws Exception {
        var base = folder.resolve("base");
        var key = SigningKey.parse(
                        Files.readString(postgres.ledger().signingKeyFile()).strip())
                .verification()
                .toString();
        try (var ledger = RunningLedger.start(postgres.ledger())) {
            recordTo(10, ledger);
            assertThat(postgres.backup("take", base).code()).isZero();
            recordTo(20, ledger);
            assertThat(postgres.backup("point", "before-the-mistake").code()).isZero();
            recordTo(30, ledger);
            Files.writeString(file("published.ndjson"), ledger.raw("/v1/log/export", "Accept", "application/x-ndjson"));
        }
        assertThat(postgres.backup("take", base)).extracting("code").isEqualTo(1);
        postgres.lose();

        var data = folder.resolve("restored");
        var restore = postgres.backup("restore", "--until-point", "before-the-mistake", base, postgres.archive(), data);
        assertThat(restore.code()).as(restore.said()).isZero();
        assertThat(postgres.backup("restore", base, postgres.archive(), data).said())
                .contains("nothing is overwritten");
        var administrator = startOn(data);

        // the newest checkpoint that it signed lies beside its key, outside of the backup
        assertThatThrownBy(() -> query(Map.of()).close())
                .hasStackTraceContaining("a checkpoint of 30 events was signed, but the ledger holds only 20");
        try (var query = query(
                Map.of("log.checkpoint-file", folder.resolve("new.checkpoint").toString()))) {
            export(query, file("restored.ndjson"));
            var verified = prefix(file("restored.ndjson"), key);
            assertThat(verified.out()).isEqualTo("""
                            verified: the restored ledger is the first 20 of 30 events that were published
                            note: positions 20 to 29 are not in it
                            """);
            assertThat(verified.code()).isZero();

            tamper(administrator);
            export(query, file("tampered.ndjson"));
            var tampered = prefix(file("tampered.ndjson"), key);
            assertThat(tampered.out())
                    .contains("the event at position 15 is not the one that was published there")
                    .contains("the root at size 20 is not that of the checkpoint")
                    .endsWith("not verified: 2 problems\n");
            assertThat(tampered.code()).isOne();
        }
    }

    /** Whoever restores could change the past on the way, its leaf included. */
    private static void tamper(JdbcClient administrator) {
        administrator.sql("ALTER TABLE ledger.event DISABLE TRIGGER ALL").update();
        administrator.sql("""
                        UPDATE ledger.event
                           SET payload = '{}',
                               leaf_hash = ledger.leaf_hash(position, event_id, stream_type, stream_id, stream_sequence,
                                   recorded_at, event_type, revision, command_id, event_index, request_sha256, recipient, '{}',
                                   metadata)
                         WHERE position = 15
                        """).update();
    }

    private JdbcClient startOn(Path data) {
        postgres.startOn(data);
        var administrator = JdbcClient.create(postgres.ledger().administrator());
        await().atMost(Duration.ofSeconds(60))
                .until(() -> !administrator
                        .sql("SELECT pg_is_in_recovery()")
                        .query(Boolean.class)
                        .single());
        return administrator;
    }

    /** What was asked for in the first restore is in the backup that the second one begins with. */
    @Test
    void whatWasRestoredIsBackedUpAndRestoredOnceMore() throws IOException {
        var administrator = JdbcClient.create(postgres.ledger().administrator());
        var base = folder.resolve("base");
        administrator.sql("CREATE TABLE kept (number integer)").update();
        assertThat(postgres.backup("take", base).code()).isZero();
        keep(1, administrator);
        var moment = administrator
                .sql("SELECT to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')")
                .query(String.class)
                .single();
        keep(2, administrator);
        assertThat(postgres.backup("point", "first-end").code()).isZero();
        postgres.lose();

        var data = folder.resolve("restored");
        var restore = postgres.backup("restore", "--until-time", moment, base, postgres.archive(), data);
        assertThat(restore.code()).as(restore.said()).isZero();
        administrator = startOn(data);
        assertThat(kept(administrator)).containsExactly(1);

        var again = folder.resolve("base-of-restored");
        assertThat(postgres.backup("take", again).code()).isZero();
        // as it says that an operator is to do
        restore.said()
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith("ALTER SYSTEM RESET"))
                .map(administrator::sql)
                .forEach(JdbcClient.StatementSpec::update);
        var archive = Files.createDirectory(folder.resolve("archive-of-restored"));
        postgres.archiveInto(archive);
        postgres.lose();
        administrator = startOn(data);
        assertThat(administrator
                        .sql("SELECT name FROM pg_settings WHERE sourcefile LIKE '%auto.conf'")
                        .query(String.class)
                        .list())
                .isEmpty();
        keep(3, administrator);
        var point = postgres.backup("point", "second-end");
        assertThat(point.code()).as(point.said()).isZero();
        postgres.lose();

        var last = folder.resolve("restored-again");
        assertThat(postgres.backup("restore", again, archive, last).code()).isZero();
        assertThat(kept(startOn(last))).containsExactly(1, 3);
    }

    private static void keep(int number, JdbcClient administrator) {
        administrator.sql("INSERT INTO kept VALUES (?)").param(number).update();
    }

    private static List<Integer> kept(JdbcClient administrator) {
        return administrator
                .sql("SELECT number FROM kept ORDER BY number")
                .query(Integer.class)
                .list();
    }

    /** PostgreSQL takes an exit code up to 125 for the end of the log, and promotes. */
    @Test
    void onlyAnArchiveThatIsThereSaysThatTheLogEnds() throws IOException {
        var archive = Files.createDirectory(folder.resolve("nothing-mounted"));
        var into = folder.resolve("fetched");
        assertThat(postgres.backup("fetch", archive, "00000001.history", into).code())
                .isEqualTo(255);
        assertThat(postgres.backup("fetch", folder.resolve("away"), "00000001.history", into)
                        .code())
                .isEqualTo(255);

        Files.createDirectory(archive.resolve("unreadable"));
        assertThat(postgres.backup("fetch", archive, "unreadable", into).code()).isEqualTo(255);
        assertThat(postgres.backup("fetch", archive, "00000001.history", into).code())
                .isOne();
    }

    /** They lie outside of the data folder, and would be shared by the backup and what is restored. */
    @Test
    void tablespacesAreRefused() throws IOException {
        var slow = Files.createDirectory(folder.resolve("slow"));
        var administrator = JdbcClient.create(postgres.ledger().administrator());
        administrator.sql("CREATE TABLESPACE slow LOCATION '" + slow + "'").update();
        var base = folder.resolve("base");

        assertThat(postgres.backup("take", base).said()).contains("there are tablespaces (slow)");

        Files.createDirectories(base.resolve("pg_tblspc"));
        Files.createFile(base.resolve("backup_manifest"));
        Files.createSymbolicLink(base.resolve("pg_tblspc").resolve("16384"), slow);
        assertThat(postgres.backup("restore", base, postgres.archive(), folder.resolve("restored"))
                        .said())
                .contains("has tablespaces");
    }

    @Test
    void theArchiveKeepsWhatItHas() throws IOException {
        var segment = Files.writeString(folder.resolve("segment"), "what was written first");
        var name = "000000010000000000000063";
        assertThat(postgres.backup("archive", postgres.archive(), segment, name).code())
                .isZero();
        // PostgreSQL asks again if it crashed before it knew
        assertThat(postgres.backup("archive", postgres.archive(), segment, name).code())
                .isZero();

        Files.writeString(segment, "what another server wrote");

        var second = postgres.backup("archive", postgres.archive(), segment, name);
        assertThat(second.code()).isOne();
        assertThat(second.said()).contains("is there already, with other content");
        assertThat(postgres.archive().resolve(name)).hasContent("what was written first");
    }

    private void recordTo(int events, RunningLedger ledger) throws IOException {
        for (var i = events - 10; i < events; i++) {
            var answer = ledger.send(
                    "register-recipient",
                    Map.of(
                            "recipient",
                            "recipient-" + i,
                            "name",
                            "Somebody",
                            "class",
                            "SUB_SUPPLIER",
                            "country",
                            "IT"));
            assertThat(answer.status()).isEqualTo(201);
        }
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () -> assertThat(ledger.raw("/v1/log/checkpoint")).contains("\n" + events + "\n"));
        Files.writeString(file(events + ".checkpoint"), ledger.raw("/v1/log/checkpoint"));
    }

    private Path file(String name) {
        return folder.resolve(name);
    }

    private ConfigurableApplicationContext query(Map<String, Object> more) {
        var settings = new HashMap<>(TestIssuer.properties());
        settings.putAll(more);
        return RunningLedger.run(
                ConsentQuery.application(), postgres.ledger().properties(DatabaseRole.READER), settings);
    }

    private static void export(ConfigurableApplicationContext query, Path into)
            throws IOException, InterruptedException {
        var port = query.getEnvironment().getProperty("local.server.port");
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/v1/log/export"))
                .header("Authorization", TestIssuer.authorization())
                .header("X-Purpose-Of-Access", "acceptance")
                .header("Accept", "application/x-ndjson")
                .build();
        try (var http = HttpClient.newHttpClient()) {
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> http.send(request, BodyHandlers.ofFile(into)).statusCode() == 200);
        }
    }

    private record Verified(int code, String out) {}

    private Verified prefix(Path restored, String key) {
        var out = new StringWriter();
        var arguments = Stream.concat(
                        Stream.of("prefix", "--restored", restored.toString(), "--published"),
                        Stream.of(file("published.ndjson").toString(), "--key", key, "--checkpoint"))
                .toList();
        var checkpoints = List.of(10, 20, 30).stream()
                .map(size -> file(size + ".checkpoint").toString());
        var code = Verifier.run(
                new PrintWriter(out, true),
                new PrintWriter(new StringWriter(), true),
                Stream.concat(arguments.stream(), checkpoints).toArray(String[]::new));
        return new Verified(code, out.toString());
    }
}
