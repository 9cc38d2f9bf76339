package org.consentledger.acceptance;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An auditor has everything rebuilt from the events, and is told what somebody did to the tables that answer queries. */
class ReplayTest {

    private static final String REFERENCE = "planted/replayed 1";
    private static final String PATH = "/v1/subjects/" + RunningLedger.encoded(REFERENCE);

    private static RunningLedger ledger;
    private static JdbcClient administrator;

    @BeforeAll
    static void somebodyObjects() {
        ledger = RunningLedger.start();
        administrator = JdbcClient.create(ledger.database().administrator());
        assertThat(ledger.send(
                                "register-recipient",
                                Map.of(
                                        "recipient", "mailing-house",
                                        "name", "Mailing House",
                                        "class", "SUB_SUPPLIER",
                                        "country", "IT"))
                        .status())
                .isEqualTo(201);
        assertThat(object("2016-12-01T08:00:00Z").status()).isEqualTo(201);
        assertThat(ledger.ask(PATH + "/consents").status()).isEqualTo(200);
    }

    private static RunningLedger.Answer object(String at) {
        return ledger.send(
                "object-to-processing",
                Map.of(
                        "subject",
                        REFERENCE,
                        "purposes",
                        List.of("interest-ads"),
                        "channel",
                        "EMAIL",
                        "giver",
                        Map.of("kind", "SUBJECT"),
                        "objectedAt",
                        at));
    }

    @AfterAll
    static void stop() {
        ledger.close();
    }

    private static JsonNode replayed(Map<String, ?> wanted) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(ledger.queries("/v1/replays"))
                .header("Authorization", "Bearer " + RunningLedger.token())
                .header("X-Purpose-Of-Access", "yearly audit")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(wanted)))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
            var path = answer.headers().firstValue("Location").orElseThrow();
            await().atMost(60, SECONDS)
                    .until(() -> json(path).path("finishedAt").isString());
            return json(path);
        }
    }

    private static JsonNode json(String path) {
        return JsonMapper.shared().readTree(ledger.raw(path));
    }

    private static String results(JsonNode replay, String what) {
        return "/v1/replays/" + replay.get("id").asString() + "/" + what;
    }

    @Test
    void findsWhatSomebodyDidToATable() throws IOException, InterruptedException {
        var before = replayed(Map.of("of", "EVERYTHING"));
        assertThat(before.at("/report/verification/verdict").asString()).isEqualTo("VERIFIED");
        assertThat(before.at("/report/comparison/differences").asLong()).isZero();

        var event = administrator
                .sql("SELECT event_id FROM projection.objection_fact")
                .query(String.class)
                .single();
        administrator
                .sql("UPDATE projection.objection_fact SET purpose = 'something-else'")
                .update();

        var after = replayed(Map.of("of", "SUBJECT", "subject", REFERENCE));
        var found = json(results(after, "differences")).get("differences");

        assertThat(after.at("/report/comparison/differences").asLong()).isEqualTo(1);
        assertThat(found.get(0).get("table").asString()).isEqualTo("objection_fact");
        assertThat(found.get(0).get("kind").asString()).isEqualTo("DIFFERENT");
        assertThat(found.get(0).get("eventId").asString()).isEqualTo(event);
        assertThat(found.get(0).get("columns").toString()).isEqualTo("[\"purpose\"]");
        assertThat(found.get(0).at("/live/purpose").asString()).isEqualTo("something-else");
        assertThat(found.get(0).at("/replayed/purpose").asString()).isEqualTo("interest-ads");
        assertThat(json(results(after, "objections"))
                        .at("/objections/0/purpose")
                        .asString())
                .isEqualTo("interest-ads");
        assertThat(ledger.raw(results(after, "objections"), "Accept", "text/csv"))
                .contains(",interest-ads,2016-12-01T08:00:00Z," + event);
        assertThat(after.toString()).doesNotContain(REFERENCE);

        administrator
                .sql("UPDATE projection.objection_fact SET purpose = 'interest-ads'")
                .update();
        assertThat(replayed(Map.of("of", "EVERYTHING"))
                        .at("/report/comparison/differences")
                        .asLong())
                .isZero();
    }
}
