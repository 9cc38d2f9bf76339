package org.consentledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.consentledger.log.note.SigningKey;
import org.consentledger.verifier.Verifier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the administrator of the database can do to a running ledger, past every guard, and what an auditor finds who has an
 * export, a public key and yesterday's checkpoint.
 */
class TamperingTest {

    private static final int EVENTS = 12;
    private static final String COLUMNS = """
            position, event_id, stream_id, stream_sequence, stream_type, recorded_at, event_type, revision, payload, metadata,
            command_id, event_index, request_sha256, about_sha256, recipient, leaf_hash""";

    @TempDir
    private static Path folder;

    private static RunningLedger ledger;
    private static JdbcClient administrator;

    @BeforeAll
    static void start() throws IOException {
        ledger = RunningLedger.start();
        administrator = JdbcClient.create(ledger.database().administrator());
        recordUpTo(EVENTS);
        Files.writeString(folder.resolve("yesterday.checkpoint"), ledger.raw("/v1/log/checkpoint"));
        sql("ALTER TABLE ledger.event DISABLE TRIGGER ALL", "CREATE TABLE kept AS SELECT * FROM ledger.event");
    }

    @AfterAll
    static void stop() {
        ledger.close();
    }

    private static void recordUpTo(int events) {
        for (var i = 0; i < events; i++) {
            assertThat(ledger.send("register-recipient", recipient("recipient-" + i))
                            .status())
                    .isIn(200, 201);
        }
        await().untilAsserted(() -> assertThat(ledger.raw("/v1/log/checkpoint")).contains("\n" + events + "\n"));
    }

    private static Map<String, Object> recipient(String code) {
        return Map.of("recipient", code, "name", "Somebody", "class", "SUB_SUPPLIER", "country", "IT");
    }

    static Stream<Arguments> deeds() {
        return Stream.of(
                Arguments.of(
                        "alter a payload",
                        List.of(
                                "UPDATE ledger.event SET payload = replace(payload, 'Somebody', 'Nobody') WHERE position = 3"),
                        "the event at position 3 was altered"),
                Arguments.of(
                        "alter a payload and its leaf",
                        List.of("""
                                UPDATE ledger.event
                                   SET payload = '{}',
                                       leaf_hash = ledger.leaf_hash(position, event_id, stream_type, stream_id,
                                           stream_sequence, recorded_at, event_type, revision, command_id, event_index,
                                           request_sha256, recipient, '{}', metadata)
                                 WHERE position = 3
                                """),
                        "the root at size 12 is not that of the checkpoint"),
                Arguments.of(
                        "backdate an event",
                        List.of(
                                "UPDATE ledger.event SET recorded_at = recorded_at - interval '1 day' WHERE position = 3"),
                        "the event at position 3 was altered"),
                Arguments.of(
                        "delete a row",
                        List.of("DELETE FROM ledger.event WHERE position = 4"),
                        "position 4 is missing"),
                Arguments.of(
                        "swap two rows",
                        List.of(
                                "UPDATE ledger.event SET position = 900 WHERE position = 5",
                                "UPDATE ledger.event SET position = 5 WHERE position = 7",
                                "UPDATE ledger.event SET position = 7 WHERE position = 900"),
                        "the events at positions 5 and 7 were swapped"),
                Arguments.of(
                        "append a forged tail",
                        List.of("INSERT INTO ledger.event (" + COLUMNS
                                + ") SELECT 12, 'forged', 'recipient-x', 0, stream_type,"
                                + " recorded_at, event_type, revision, payload, metadata, gen_random_uuid(), 0, '',"
                                + " about_sha256, recipient, leaf_hash FROM ledger.event WHERE position = 11"),
                        "position 12 is in no tree"),
                Arguments.of(
                        "truncate the tail",
                        List.of("DELETE FROM ledger.event WHERE position > 9"),
                        "positions 10 to 11 are missing"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("deeds")
    void isFoundAndNamed(String deed, List<String> statements, String finding) throws IOException {
        sql(statements.toArray(String[]::new));
        var found = verify("yesterday.checkpoint");
        sql(
                "DELETE FROM ledger.event",
                "INSERT INTO ledger.event (%1$s) SELECT %1$s FROM kept ORDER BY position".formatted(COLUMNS));

        assertThat(found).startsWith("1\n").contains(finding);
        assertThat(verify("yesterday.checkpoint")).startsWith("0\nverified to size 12 ");
    }

    /** Of a part of the ledger, whoever holds it: what was altered in the database is not proved, and all else is. */
    @ParameterizedTest
    @ValueSource(strings = {"application/x-ndjson", "text/csv"})
    void isFoundInASliceToo(String form) throws IOException {
        var honest = verifySlice(form);
        sql("UPDATE ledger.event SET payload = replace(payload, 'Somebody', 'Nobody') WHERE position = 3");
        var altered = verifySlice(form);
        sql("UPDATE ledger.event SET payload = replace(payload, 'Nobody', 'Somebody') WHERE position = 3");

        assertThat(honest).startsWith("0\n").contains("verified: 6 events, positions 2 \u2026 7, stand in the log ");
        assertThat(altered)
                .startsWith("1\n")
                .contains("the event at position 3 is not proved")
                .doesNotContain("the event at position 4 is not proved", "not byte for byte");
    }

    private static String verifySlice(String form) throws IOException {
        var file = Files.writeString(
                folder.resolve("slice"),
                ledger.raw("/v1/exports/events?after=1&upTo=7&type=RecipientRegistered", "Accept", form));
        return run("slice", "--key", key(ledger), file.toString());
    }

    /** A whole backup agrees with itself; not with a checkpoint that was made after it. */
    @Test
    void anOldBackupIsFoundByALaterCheckpoint() throws IOException {
        try (var other = RunningLedger.start()) {
            assertThat(other.send("register-recipient", recipient("recipient-0"))
                            .status())
                    .isEqualTo(201);
            await().untilAsserted(
                            () -> assertThat(other.raw("/v1/log/checkpoint")).contains("\n1\n"));
            Files.writeString(folder.resolve("backup.ndjson"), other.raw("/v1/log/export"));
            assertThat(other.send("register-recipient", recipient("recipient-1"))
                            .status())
                    .isEqualTo(201);
            await().untilAsserted(
                            () -> assertThat(other.raw("/v1/log/checkpoint")).contains("\n2\n"));
            Files.writeString(folder.resolve("later.checkpoint"), other.raw("/v1/log/checkpoint"));

            assertThat(verify(other, "backup.ndjson", "later.checkpoint"))
                    .startsWith("1\n")
                    .contains("position 1 is missing at the end");
        }
    }

    private static String verify(String checkpoint) throws IOException {
        Files.writeString(folder.resolve("export.ndjson"), ledger.raw("/v1/log/export"));
        return verify(ledger, "export.ndjson", checkpoint);
    }

    /** The exit code, and below it what the verifier says. */
    private static String verify(RunningLedger of, String export, String checkpoint) throws IOException {
        return run(
                "verify",
                "--export",
                folder.resolve(export).toString(),
                "--key",
                key(of),
                "--checkpoint",
                folder.resolve(checkpoint).toString());
    }

    private static String key(RunningLedger of) throws IOException {
        return SigningKey.parse(Files.readString(of.database().signingKeyFile()))
                .verification()
                .toString();
    }

    private static String run(String... arguments) {
        var out = new StringWriter();
        var code = Verifier.run(new PrintWriter(out, true), new PrintWriter(out, true), arguments);
        return code + "\n" + out;
    }

    private static void sql(String... statements) {
        for (var statement : statements) {
            administrator.sql(statement).update();
        }
    }
}
