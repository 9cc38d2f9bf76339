package org.consentledger.query.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.consentledger.query.support.Facts;
import org.consentledger.query.support.QueryService;
import org.consentledger.query.support.Recorder;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class DecisionTest {

    private final QueryService service = QueryService.shared();
    private final Recorder ledger = service.recorder();

    @Test
    void appliesTheRulesOfRecordTransfer() {
        var consent = ledger.record(Facts.given("planted-decided", "business-notices", "2016-11-02"));
        ledger.record(Facts.revoked("planted-decided", "business-notices", "2016-12-01"));

        var then = decide("subject=planted-decided&recipient=mailing-house&purpose=business-notices&category=contact"
                + "&category=orders&asOf=2016-11-20T00:00:00Z");
        assertThat(then.get("verdict").asString()).isEqualTo("PERMITTED");
        assertThat(then.get("ground").get("consentEventId").asString()).isEqualTo(consent);
        assertThat(then.get("asOf").asString()).isEqualTo("2016-11-20T00:00:00Z");

        var now = decide("subject=planted-decided&recipient=unknown-house&purpose=business-notices&category=contact"
                + "&category=health");
        assertThat(now.get("verdict").asString()).isEqualTo("REFUSED");
        assertThat(now.get("reasons").toString())
                .isEqualTo("[\"RECIPIENT_UNKNOWN\",\"CATEGORY_NOT_COVERED\",\"CONSENT_REVOKED\"]");
        assertThat(now.get("ground").isNull()).isTrue();
        assertThat(now.get("position").asLong()).isEqualTo(ledger.position());
        assertThat(now.get("cataloguePosition").asLong())
                .isEqualTo(service.jdbc()
                        .sql("SELECT max(catalogue_position) FROM ledger.event")
                        .query(Long.class)
                        .single());
    }

    @Test
    void recordsNothing() {
        var before = ledger.position();

        decide("subject=undecided&recipient=mailing-house&purpose=warranty&category=contact");

        assertThat(ledger.position()).isEqualTo(before);
    }

    @Test
    void needsToKnowWhatItIsAbout() {
        for (var missing : new String[] {"subject", "recipient", "purpose", "category"}) {
            var answer = service.ask(
                    "/v1/decisions?subject=s&recipient=r&purpose=p&category=c".replaceFirst(missing + "=.&?", ""));
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.json().get("errors").toString())
                    .isEqualTo("[{\"parameter\":\"%s\",\"code\":\"REQUIRED\",\"detail\":\"is required\"}]"
                            .formatted(missing));
        }
    }

    private JsonNode decide(String parameters) {
        var answer = service.get("/v1/decisions?" + parameters);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    @Test
    void rejectsTheFutureAsTheCommandDoes() {
        var path = "/v1/decisions?subject=planted-s&recipient=r&purpose=p&category=c&asOf=";
        var answer = service.ask(path + Instant.now().plusSeconds(330));

        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(answer.json().get("code").asString()).isEqualTo("WORLD_TIME_IN_FUTURE");
        var error = answer.json().get("errors").get(0);
        assertThat(error.get("parameter").asString()).isEqualTo("asOf");
        assertThat(error.get("code").asString()).isEqualTo("WORLD_TIME_IN_FUTURE");
        assertThat(service.ask(path + Instant.now().plusSeconds(200)).status()).isEqualTo(200);
    }
}
