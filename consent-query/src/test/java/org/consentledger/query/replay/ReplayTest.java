package org.consentledger.query.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.consentledger.LedgerEvent;
import org.consentledger.ledger.LedgerDatabase;
import org.consentledger.query.support.Facts;
import org.consentledger.query.support.QueryService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a replay finds where nothing was altered. */
class ReplayTest {

    private static QueryService service;
    private static ReplayUnderTest replays;
    private static long firstHalf;

    @BeforeAll
    static void aSmallWorld() {
        service = QueryService.on(LedgerDatabase.fresh());
        replays = new ReplayUnderTest(service);
        record(
                Facts.notice("2016-10", "2016-10-01", false),
                Facts.recipient("mailing-house"),
                Facts.given("planted-one", "business-notices", "2016-11-02"),
                Facts.given("planted-two", "business-notices", "2016-11-02", "2016-12-01"),
                Facts.refused("planted-three", "business-notices", "2016-11-02"),
                Facts.objected("planted-one", "interest-ads", "2016-11-02"),
                Facts.permitted("planted-one", "mailing-house", "2016-11-03"));
        firstHalf = service.recorder().position();
        record(
                Facts.revoked("planted-one", "business-notices", "2016-11-05"),
                Facts.transferRefused("planted-one", "mailing-house", "2016-11-06"),
                Facts.given("planted-four", "business-notices", "2016-11-02"),
                Facts.erased("planted-four", "2016-11-07"),
                Facts.permitted("planted-two", "other-house", "2016-11-03"));
    }

    private static void record(LedgerEvent... events) {
        service.recorder().record(events);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static List<String> texts(JsonNode rows, String... fields) {
        return rows.valueStream()
                .map(row -> String.join(
                        " ",
                        Stream.of(fields)
                                .map(field -> row.get(field).asString("-"))
                                .toList()))
                .toList();
    }

    private static String id(String subject) {
        return Facts.id(subject).value();
    }

    @Test
    void ofEverything() {
        var replay = replays.done("{\"of\":\"EVERYTHING\"}");
        var report = replay.get("report");

        assertThat(replay.at("/of/kind").asString()).isEqualTo("EVERYTHING");
        assertThat(replay.at("/upTo/position").asLong())
                .isEqualTo(service.recorder().position());
        assertThat(replay.get("percent").asInt()).isEqualTo(100);
        assertThat(replay.get("eventsRead").asLong()).isEqualTo(12);
        assertThat(report.at("/verification/verdict").asString()).isEqualTo("VERIFIED");
        assertThat(report.at("/verification/checkpointSize").asLong()).isEqualTo(12);
        assertThat(report.at("/verification/eventsVerified").asLong()).isEqualTo(12);
        assertThat(report.at("/comparison/differences").asLong()).isZero();
        assertThat(texts(report.at("/comparison/compared"), "projection", "upTo"))
                .containsExactly("consents 11", "transfers 11");
        assertThat(texts(report.at("/state/consents"), "purpose", "state", "subjects"))
                .containsExactly(
                        "business-notices REFUSED 1", "business-notices REVOKED 1", "business-notices EXPIRED 1");
        assertThat(texts(report.at("/state/objections"), "purpose", "subjects")).containsExactly("interest-ads 1");
        assertThat(texts(report.at("/state/transfers"), "intent", "verdict", "transfers"))
                .containsExactly("AUTHORISE PERMITTED 2", "AUTHORISE REFUSED 1");
        assertThat(report.at("/state/erasedSubjects").asLong()).isEqualTo(1);
        assertThat(report.at("/state/noticeVersions").asLong()).isEqualTo(1);
        assertThat(report.at("/state/recipients").asLong()).isEqualTo(1);
    }

    @Test
    void upToAPosition() {
        var replay = replays.done("{\"of\":\"EVERYTHING\",\"position\":" + firstHalf + "}");

        assertThat(replay.get("eventsRead").asLong()).isEqualTo(firstHalf + 1);
        assertThat(replay.at("/report/comparison/differences").asLong()).isZero();
        assertThat(replay.at("/report/verification/verdict").asString()).isEqualTo("VERIFIED");
        assertThat(texts(replays.result(replay, "consents"), "subjectId", "state"))
                .contains(id("planted-one") + " GIVEN")
                .hasSize(3);
        assertThat(texts(replays.result(replay, "transfers"), "recipient", "verdict"))
                .containsExactly("mailing-house PERMITTED");
    }

    @Test
    void upToATime() {
        var recordedAt = service.jdbc()
                .sql(
                        "SELECT to_char(recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"') FROM ledger.event WHERE position = ?")
                .param(firstHalf)
                .query(String.class)
                .single();

        var replay = replays.done("{\"of\":\"EVERYTHING\",\"recordedBy\":\"" + recordedAt + "\"}");
        var nothing = replays.done("{\"of\":\"EVERYTHING\",\"recordedBy\":\"2016-01-01T00:00:00Z\"}");

        assertThat(replay.at("/upTo/position").asLong()).isEqualTo(firstHalf);
        assertThat(replay.at("/upTo/recordedBy").asString()).isEqualTo(recordedAt);
        assertThat(replay.at("/upTo/asOf").asString()).isEqualTo(recordedAt);
        assertThat(nothing.at("/upTo/position").asLong()).isEqualTo(-1);
        assertThat(nothing.at("/report/comparison/differences").asLong()).isZero();
    }

    @Test
    void ofOneSubject() {
        var replay = replays.done("{\"of\":\"SUBJECT\",\"subject\":\"planted-one\"}");

        assertThat(replay.at("/of/subjectId").asString()).isEqualTo(id("planted-one"));
        assertThat(replay.toString()).doesNotContain("planted-one");
        assertThat(replay.get("eventsRead").asLong()).isEqualTo(5);
        assertThat(replay.at("/report/verification/eventsVerified").asLong()).isEqualTo(5);
        assertThat(replay.at("/report/verification/verdict").asString()).isEqualTo("VERIFIED");
        assertThat(replay.at("/report/comparison/differences").asLong()).isZero();
        assertThat(texts(replays.result(replay, "consents"), "subjectId", "purpose", "state"))
                .containsExactly(id("planted-one") + " business-notices REVOKED");
        assertThat(texts(replays.result(replay, "objections"), "subjectId", "purpose"))
                .containsExactly(id("planted-one") + " interest-ads");
        assertThat(replays.result(replay, "transfers")).hasSize(2);
    }

    @Test
    void ofSomebodyErased() {
        assertThat(replays.post("{\"of\":\"SUBJECT\",\"subject\":\"planted-four\"}")
                        .json()
                        .at("/errors/0/pointer")
                        .asString())
                .isEqualTo("/subject");

        var replay = replays.done("{\"of\":\"SUBJECT\",\"subjectId\":\"" + id("planted-four") + "\"}");

        assertThat(replay.at("/report/state/erasedSubjects").asLong()).isEqualTo(1);
        assertThat(replay.at("/report/state/consents")).isEmpty();
        assertThat(texts(replays.result(replay, "consents"), "state", "erasedAt"))
                .containsExactly("GIVEN 2016-11-07T00:00:00Z");
    }

    @Test
    void ofOneRecipient() {
        var replay = replays.done("{\"of\":\"RECIPIENT\",\"recipient\":\"mailing-house\"}");

        assertThat(replay.get("eventsRead").asLong()).isEqualTo(3);
        assertThat(replay.at("/report/verification/eventsVerified").asLong()).isEqualTo(3);
        assertThat(texts(replay.at("/report/comparison/compared"), "projection"))
                .containsExactly("transfers");
        assertThat(replay.at("/report/comparison/differences").asLong()).isZero();
        assertThat(replays.result(replay, "transfers")).hasSize(2);
        assertThat(replays.result(replay, "consents")).isEmpty();
    }

    @Test
    void asCsv() {
        var replay = replays.done("{\"of\":\"SUBJECT\",\"subject\":\"planted-one\"}");

        assertThat(replays.csv(replay, "consents").lines())
                .containsExactly(
                        "subjectId,purpose,state,since,until,notice,noticeVersion,form,eventId,erasedAt",
                        id("planted-one") + ",business-notices,REVOKED,2016-11-05T00:00:00Z,,,,,"
                                + replays.result(replay, "consents")
                                        .get(0)
                                        .get("eventId")
                                        .asString() + ",");
        assertThat(replays.csv(replay, "transfers"))
                .contains(",TransferRefused,", ",CONSENT_REVOKED SAFEGUARD_MISSING,");
        assertThat(replays.csv(replay, "differences"))
                .isEqualTo("number,projection,table,kind,position,eventId,subjectId,columns,live,replayed\r\n");
    }

    @Test
    void namesWhatIsWrongWithARequest() {
        for (var wrong : List.of(
                "{}|/of",
                "{'of':'EVERYTHING','position':12}|/position",
                "{'of':'EVERYTHING','position':-1}|/position",
                "{'of':'EVERYTHING','recordedBy':'2999-01-01T00:00:00Z'}|/recordedBy",
                "{'of':'EVERYTHING','position':1,'recordedBy':'2016-01-01T00:00:00Z'}|/recordedBy",
                "{'of':'EVERYTHING','subject':'planted-one'}|/subject",
                "{'of':'SUBJECT'}|/subject",
                "{'of':'RECIPIENT'}|/recipient",
                "{'of':'SUBJECT','subject':'planted-one','recipient':'mailing-house'}|/recipient",
                "{'of':'SUBJECT','subject':'planted-one','subjectId':'s-00000000000000000000000000000000'}|/subjectId",
                "{'of':'SUBJECT','subject':'planted-nobody'}|/subject",
                "{'of':'SUBJECT','subjectId':'planted-one'}|/subjectId")) {
            var parts = wrong.split("\\|", 2);
            var answer = replays.post(parts[0].replace('\'', '"'));
            assertThat(answer.status()).as(parts[0]).isEqualTo(422);
            assertThat(answer.json().at("/errors/0/pointer").asString())
                    .as(parts[0])
                    .isEqualTo(parts[1]);
            assertThat(answer.body()).doesNotContain("planted-");
        }
        assertThat(replays.post("{\"of\":\"EVERYTHING\",\"upTo\":1}").status()).isEqualTo(400);
        assertThat(replays.post("").status()).isEqualTo(400);
        assertThat(service.ask("/v1/replays/00000000-0000-0000-0000-000000000000")
                        .status())
                .isEqualTo(404);
        assertThat(service.ask("/v1/replays/nothing")
                        .json()
                        .at("/errors/0/parameter")
                        .asString())
                .isEqualTo("id");
    }

    @Test
    void whatItRebuiltCanBeRemoved() {
        var replay = replays.done("{\"of\":\"EVERYTHING\",\"position\":3}");
        var path = "/v1/replays/" + replay.get("id").asString();
        assertThat(replay.get("resultsKept").asBoolean()).isTrue();
        assertThat(texts(service.ask("/v1/replays").json().get("replays"), "id"))
                .contains(replay.get("id").asString());

        assertThat(replays.delete(path).status()).isEqualTo(204);

        assertThat(service.ask(path).status()).isEqualTo(404);
        assertThat(service.ask(path + "/consents").status()).isEqualTo(404);
        assertThat(replays.delete(path).status()).isEqualTo(404);
    }

    @Test
    void leavesTheLiveTablesAlone() {
        var before = live();

        replays.done("{\"of\":\"EVERYTHING\"}");

        assertThat(live()).isEqualTo(before).isNotEmpty();
    }

    private static List<String> live() {
        return service.jdbc().sql("""
                SELECT t::text || xmin FROM projection.consent_fact AS t
                UNION ALL SELECT t::text || xmin FROM projection.transfer AS t ORDER BY 1
                """).query(String.class).list();
    }
}
