package org.consentledger.query.replay;

import static org.assertj.core.api.Assertions.assertThat;

import org.consentledger.ledger.LedgerDatabase;
import org.consentledger.query.support.Facts;
import org.consentledger.query.support.QueryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Rows planted into the live projections are found, whatever is wrong with them, and named. */
class DifferencesTest {

    private static final String SOMEBODY_ELSE = "s-" + "f".repeat(32);

    private QueryService service;
    private ReplayUnderTest replays;
    private String given;

    @BeforeEach
    void record() {
        service = QueryService.on(LedgerDatabase.fresh());
        replays = new ReplayUnderTest(service);
        service.recorder().record(Facts.notice("2016-10", "2016-10-01", false), Facts.recipient("mailing-house"));
        given = service.recorder().record(Facts.given("planted-one", "business-notices", "2016-11-02"));
        service.recorder()
                .record(
                        Facts.revoked("planted-one", "business-notices", "2016-11-05"),
                        Facts.permitted("planted-one", "mailing-house", "2016-11-03"));
        assertThat(service.get("/v1/subjects/planted-one/consents").status()).isEqualTo(200);
        assertThat(service.get("/v1/subjects/planted-one/transfers").status()).isEqualTo(200);
    }

    @AfterEach
    void stop() {
        service.close();
    }

    private void plant(String sql) {
        assertThat(service.jdbc().sql(sql).update()).isEqualTo(1);
    }

    private void plantAll() {
        plant(
                "UPDATE projection.consent_fact SET form = 'WRITTEN', valid_until = '2030-01-01T00:00:00Z' WHERE position = 2");
        plant("DELETE FROM projection.consent_fact WHERE position = 3");
        plant("INSERT INTO projection.objection_fact VALUES (1, 'invented', '"
                + Facts.id("planted-one").value()
                + "', 'OBJECTED', '=1+1', '2016-11-02T00:00:00Z', '2016-11-02T00:00:00Z')");
        plant("INSERT INTO projection.erasure_fact VALUES (1000, 'of the future', '"
                + Facts.id("planted-one").value() + "', '2016-11-02T00:00:00Z', '2016-11-02T00:00:00Z')");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"of\":\"EVERYTHING\"}",
                "{\"of\":\"SUBJECT\",\"subject\":\"planted-one\"}",
                "{\"of\":\"EVERYTHING\",\"position\":4}"
            })
    void areNamed(String request) {
        plantAll();

        var replay = replays.done(request);
        var comparison = replay.at("/report/comparison");
        var found = replays.result(replay, "differences");

        assertThat(comparison.get("differences").asInt()).isEqualTo(4);
        assertThat(comparison.get("different").asInt()).isEqualTo(1);
        assertThat(comparison.get("missing").asInt()).isEqualTo(1);
        assertThat(comparison.get("unexplained").asInt()).isEqualTo(2);
        assertThat(found.valueStream().map(DifferencesTest::named))
                .containsExactly(
                        "consents consent_fact DIFFERENT 2 " + given + " [form, valid_until]",
                        "consents consent_fact MISSING 3 " + eventAt(3) + " []",
                        "consents objection_fact UNEXPLAINED 1 invented []",
                        "consents erasure_fact UNEXPLAINED 1000 of the future []");
        assertThat(found.get(0).at("/live/form").asString()).isEqualTo("WRITTEN");
        assertThat(found.get(0).at("/replayed/form").asString()).isEqualTo("EXPLICIT");
        assertThat(found.get(0).at("/live/valid_until").asString()).isEqualTo("2030-01-01T00:00:00+00:00");
        assertThat(found.get(0).at("/replayed/valid_until").isNull()).isTrue();
        assertThat(found.get(1).get("live").isNull()).isTrue();
        assertThat(found.get(2).get("replayed").isNull()).isTrue();
        assertThat(found.valueStream().map(row -> row.get("subjectId").asString()))
                .containsOnly(Facts.id("planted-one").value());
        // what was rebuilt is right all the same
        assertThat(replays.result(replay, "consents").get(0).get("state").asString())
                .isEqualTo("REVOKED");
        assertThat(replay.at("/report/verification/verdict").asString()).isEqualTo("VERIFIED");
    }

    private static String named(JsonNode row) {
        return "%s %s %s %d %s %s"
                .formatted(
                        row.get("projection").asString(),
                        row.get("table").asString(),
                        row.get("kind").asString(),
                        row.get("position").asLong(),
                        row.get("eventId").asString(),
                        row.get("columns").valueStream().map(JsonNode::asString).toList());
    }

    private String eventAt(long position) {
        return service.jdbc()
                .sql("SELECT event_id FROM ledger.event WHERE position = ?")
                .param(position)
                .query(String.class)
                .single();
    }

    @Test
    void ofARowThatWasGivenToSomebodyElse() {
        plant("UPDATE projection.consent_fact SET subject_id = '" + SOMEBODY_ELSE + "' WHERE position = 2");

        var found = replays.result(replays.done("{\"of\":\"SUBJECT\",\"subject\":\"planted-one\"}"), "differences");

        assertThat(found).hasSize(1);
        assertThat(named(found.get(0))).isEqualTo("consents consent_fact DIFFERENT 2 " + given + " [subject_id]");
    }

    @Test
    void ofOneRecipientAreInItsTransfers() {
        plantAll();
        plant("UPDATE projection.transfer SET verdict = 'REFUSED', reasons = '{OBJECTED}' WHERE position = 4");

        var found =
                replays.result(replays.done("{\"of\":\"RECIPIENT\",\"recipient\":\"mailing-house\"}"), "differences");

        assertThat(found.valueStream().map(DifferencesTest::named))
                .containsExactly("transfers transfer DIFFERENT 4 " + eventAt(4) + " [reasons, verdict]");
    }

    @Test
    void areSafeToOpenInASpreadsheet() {
        service.jdbc()
                .sql(
                        "INSERT INTO projection.transfer SELECT 1, '=cmd()', type, subject_id, '@x', purpose, data_categories, intent,"
                                + " verdict, reasons, ground, occurred_at, recorded_at, catalogue_position, legal_register"
                                + " FROM projection.transfer WHERE position = 4")
                .update();

        var csv = replays.csv(replays.done("{\"of\":\"EVERYTHING\"}"), "differences");

        assertThat(csv)
                .contains(",transfer,UNEXPLAINED,1,'=cmd(),")
                .contains("\"{\"\"type\"\":")
                .doesNotContain(",=cmd");
    }
}
