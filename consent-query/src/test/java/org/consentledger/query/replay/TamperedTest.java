package org.consentledger.query.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import org.consentledger.ledger.LedgerDatabase;
import org.consentledger.query.support.Facts;
import org.consentledger.query.support.QueryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What the administrator of the database does to the events, past every guard. */
class TamperedTest {

    private static final String LEAF_TOO = """
            leaf_hash = ledger.leaf_hash(position, event_id, stream_type, stream_id, stream_sequence, recorded_at, event_type,
                revision, command_id, event_index, request_sha256, recipient,
                replace(payload, 'business-notices', 'business-secrets'), metadata)""";

    private QueryService service;
    private ReplayUnderTest replays;
    private JdbcClient administrator;

    @BeforeEach
    void record() {
        var database = LedgerDatabase.fresh();
        service = QueryService.on(database);
        replays = new ReplayUnderTest(service);
        administrator = JdbcClient.create(database.administrator());
        service.recorder().record(Facts.notice("2016-10", "2016-10-01", false), Facts.recipient("mailing-house"));
        service.recorder()
                .record(
                        Facts.given("planted-one", "business-notices", "2016-11-02"),
                        Facts.given("planted-two", "business-notices", "2016-11-02"));
        signed();
        service.recorder()
                .record(
                        Facts.revoked("planted-one", "business-notices", "2016-11-05"),
                        Facts.permitted("planted-one", "mailing-house", "2016-11-03"));
        signed();
        assertThat(service.get("/v1/subjects/planted-one/consents").status()).isEqualTo(200);
        administrator.sql("ALTER TABLE ledger.event DISABLE TRIGGER ALL").update();
    }

    private void signed() {
        var events = service.recorder().position() + 1;
        await().untilAsserted(() ->
                assertThat(service.ask("/v1/log/checkpoint").body()).contains("\n" + events + "\n"));
    }

    @AfterEach
    void stop() {
        service.close();
    }

    private JsonNode verification(String request) {
        return replays.done(request).at("/report/verification");
    }

    private static List<String> findings(JsonNode verification) {
        return verification
                .get("findings")
                .valueStream()
                .map(finding -> "%s %d-%d"
                        .formatted(
                                finding.get("kind").asString(),
                                finding.get("from").asLong(),
                                finding.get("to").asLong()))
                .toList();
    }

    @Test
    void anAlteredEventIsNamed() {
        administrator
                .sql(
                        "UPDATE ledger.event SET payload = replace(payload, 'business-notices', 'business-secrets') WHERE position = 4")
                .update();

        var replay = replays.done("{\"of\":\"EVERYTHING\"}");
        var verification = replay.at("/report/verification");

        assertThat(verification.get("verdict").asString()).isEqualTo("FAILED");
        assertThat(findings(verification)).containsExactly("ALTERED 4-4", "NOT_AS_SIGNED 4-5");
        assertThat(verification.get("checkpointSize").asLong()).isEqualTo(4);
        assertThat(verification.get("eventsVerified").asLong()).isEqualTo(4);
        // and what was projected from it before is what differs now
        assertThat(replays.result(replay, "differences")
                        .get(0)
                        .get("columns")
                        .get(0)
                        .asString())
                .isEqualTo("purpose");
        assertThat(findings(verification("{\"of\":\"SUBJECT\",\"subject\":\"planted-one\"}")))
                .containsExactly("ALTERED 4-4");
        assertThat(verification("{\"of\":\"SUBJECT\",\"subject\":\"planted-two\"}")
                        .get("verdict")
                        .asString())
                .isEqualTo("VERIFIED");
        assertThat(verification("{\"of\":\"EVERYTHING\",\"position\":3}")
                        .get("eventsVerified")
                        .asLong())
                .isEqualTo(4);
    }

    @Test
    void anEventThatWasAlteredTogetherWithItsLeafIsNarrowedDown() {
        administrator
                .sql("UPDATE ledger.event SET " + LEAF_TOO
                        + ", payload = replace(payload, 'business-notices', 'business-secrets') WHERE position = 2")
                .update();

        var verification = verification("{\"of\":\"EVERYTHING\"}");

        assertThat(verification.get("verdict").asString()).isEqualTo("FAILED");
        // between the checkpoint before and the one after, whenever those were made
        assertThat(findings(verification)).singleElement().asString().matches("NOT_AS_SIGNED [0-2]-[23]");
        assertThat(findings(verification("{\"of\":\"SUBJECT\",\"subject\":\"planted-one\"}")))
                .contains("NOT_AS_SIGNED 2-2");
    }

    @Test
    void anEventThatIsNoneAnyMoreIsPassedOverAndNamed() {
        administrator
                .sql("UPDATE ledger.event SET payload = '{}' WHERE position = 3")
                .update();

        assertThat(findings(verification("{\"of\":\"EVERYTHING\"}"))).contains("ALTERED 3-3", "UNREADABLE 3-3");
    }

    @Test
    void aMissingEventIsNamed() {
        administrator.sql("DELETE FROM ledger.event WHERE position = 4").update();

        assertThat(findings(verification("{\"of\":\"EVERYTHING\"}"))).containsExactly("MISSING 4-4");
        assertThat(findings(verification("{\"of\":\"SUBJECT\",\"subject\":\"planted-one\"}")))
                .contains("MISSING 3-4");
    }

    /** The numbers of a stream end where it ends and say nothing of what came after; a replay of everything knows. */
    @Test
    void theNewestEventOfASubjectIsMissedByAReplayOfEverything() {
        administrator.sql("DELETE FROM ledger.event WHERE position = 5").update();

        var ofAll = verification("{\"of\":\"EVERYTHING\"}");
        assertThat(ofAll.get("verdict").asString()).isEqualTo("FAILED");
        assertThat(findings(ofAll)).singleElement().asString().matches("NOT_AS_SIGNED [45]-5");
    }

    @Test
    void aTailThatWasCutOffIsNoticed() {
        administrator.sql("DELETE FROM ledger.event WHERE position > 3").update();

        var verification = verification("{\"of\":\"EVERYTHING\"}");

        assertThat(verification.get("verdict").asString()).isEqualTo("FAILED");
        assertThat(findings(verification)).containsExactly("NOT_AS_SIGNED 4-5");
    }

    @Test
    void whatNoCheckpointCoversIsNotCalledVerified() {
        administrator.sql("""
                INSERT INTO ledger.event (position, event_id, stream_id, stream_sequence, stream_type, recorded_at, event_type,
                                          revision, payload, metadata, command_id, event_index, request_sha256, about_sha256,
                                          recipient, leaf_hash)
                SELECT 6, 'forged', 'recipient-x', 0, stream_type, recorded_at, event_type, revision, payload, metadata,
                       gen_random_uuid(), 0, '', about_sha256, recipient,
                       ledger.leaf_hash(6, 'forged', stream_type, 'recipient-x', 0, recorded_at, event_type, revision,
                                        '00000000-0000-0000-0000-000000000000', 0, '', recipient, payload, metadata)
                  FROM ledger.event WHERE position = 1
                """).update();
        administrator
                .sql("UPDATE ledger.event SET command_id = '00000000-0000-0000-0000-000000000000' WHERE position = 6")
                .update();

        var verification = verification("{\"of\":\"EVERYTHING\",\"position\":6}");

        assertThat(verification.get("verdict").asString()).isEqualTo("PARTLY_COVERED");
        assertThat(verification.get("eventsVerified").asLong()).isEqualTo(6);
        assertThat(verification.get("eventsNotCovered").asLong()).isEqualTo(1);
    }
}
