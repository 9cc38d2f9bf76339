package org.consentledger.query.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.consentledger.query.support.Facts;
import org.consentledger.query.support.QueryService;
import org.consentledger.query.support.Recorder;
import org.junit.jupiter.api.Test;

class HistoryTest {

    private final QueryService service = QueryService.shared();
    private final Recorder ledger = service.recorder();

    @Test
    void showsEventsAsTheyWereRecorded() {
        var id = ledger.record(Facts.revoked("planted-told", "business-notices", "2016-11-02"));

        var answer = service.get("/v1/subjects/planted-told/history").json();

        assertThat(answer.get("subject").asString()).isEqualTo("planted-told");
        assertThat(answer.get("position").asLong()).isEqualTo(ledger.position());
        assertThat(answer.get("events").toString())
                .isEqualTo(
                        "[{\"specversion\":\"1.0\",\"id\":\"%s\",\"source\":\"urn:consent-ledger:log:test.example/ledger\","
                                        .formatted(id)
                                + "\"type\":\"org.consentledger.ConsentRevoked\",\"subject\":\"%s\",\"time\":\"%s\","
                                        .formatted(Facts.id("planted-told"), ledger.recordedAt())
                                + "\"datacontenttype\":\"application/json\","
                                + "\"dataschema\":\"urn:consent-ledger:event:ConsentRevoked:2\",\"position\":\"%d\",\"clientid\":\"test-client\","
                                        .formatted(ledger.position())
                                + "\"data\":{\"subjectId\":\"%1$s\",\"subject\":\"planted-told\",\"purpose\":\"business-notices\","
                                        .formatted(Facts.id("planted-told"))
                                + "\"channel\":\"EMAIL\",\"giver\":{\"kind\":\"SUBJECT\",\"reference\":null,"
                                + "\"authority\":null},\"revokedAt\":\"2016-11-02T00:00:00Z\"}}]");
    }

    @Test
    void isComplete() {
        for (var n = 0; n < 7; n++) {
            ledger.record(
                    Facts.given("planted-long-story", "p" + n, "2016-11-02"),
                    Facts.given("planted-other-story", "p", "2016-11-02"));
        }
        var purposes = new ArrayList<String>();
        var query = "?limit=3";
        while (!query.isEmpty()) {
            var answer = service.ask("/v1/subjects/planted-long-story/history" + query);
            answer.json()
                    .get("events")
                    .forEach(event ->
                            purposes.add(event.get("data").get("purpose").asString()));
            query = answer.next();
        }

        assertThat(purposes).containsExactly("p0", "p1", "p2", "p3", "p4", "p5", "p6");
    }
}
