package org.consentledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.consentledger.http.access.Scope;
import org.consentledger.http.access.TestIssuer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A person can be told who looked at what the ledger holds of them, and why. */
class AccessLogTest {

    private static final String REFERENCE = "cust/watched 1";
    private static final String PATH = "/v1/subjects/" + RunningLedger.encoded(REFERENCE);

    private static RunningLedger ledger;

    @BeforeAll
    static void somebodyObjects() {
        ledger = RunningLedger.start();
        var objected = ledger.send(
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
                        "2016-12-01T08:00:00Z"));
        assertThat(objected.status()).as(objected.body().toString()).isEqualTo(201);
        // a query that waits until the projections have it; itself an access
        assertThat(ledger.ask(PATH + "/consents").status()).isEqualTo(200);
    }

    @AfterAll
    static void stop() {
        ledger.close();
    }

    private static JsonNode asked(String client, String principal, Scope scope, String path, String purpose) {
        return JsonMapper.shared()
                .readTree(ledger.raw(
                        path,
                        "Authorization",
                        TestIssuer.authorization(Map.of("client_id", client, "sub", principal), scope),
                        "X-Purpose-Of-Access",
                        purpose));
    }

    @Test
    void whatAnAuditorReadShowsUpInTheAccessesOfThePerson() {
        assertThat(asked("audit-desk", "auditor-7", Scope.AUDIT_READ, PATH + "/history", "complaint 12")
                        .get("events"))
                .hasSize(1);
        assertThat(asked("web-shop", "shop", Scope.CONSENT_READ, PATH + "/consents", "order 5")
                        .get("objections"))
                .hasSize(1);

        var told = asked("privacy-desk", "officer-1", Scope.AUDIT_READ, PATH + "/accesses", "request of the person");

        assertThat(told.get("subject").asString()).isEqualTo(REFERENCE);
        assertThat(told.get("accesses").valueStream().map(AccessLogTest::line))
                .containsExactly(
                        "test-client for somebody: consents, acceptance",
                        "audit-desk for auditor-7: history, complaint 12",
                        "web-shop for shop: consents, order 5");
        // who watches is watched
        assertThat(ledger.ask(PATH + "/accesses").at("/accesses").valueStream().map(AccessLogTest::line))
                .last()
                .isEqualTo("privacy-desk for officer-1: accessesOfSubject, request of the person");
        assertThat(ledger.ask("/v1/accesses?client=audit-desk").at("/accesses/0/subjectId"))
                .isEqualTo(told.get("subjectId"));
    }

    private static String line(JsonNode access) {
        return "%s for %s: %s, %s"
                .formatted(
                        access.get("clientId").asString(),
                        access.get("principal").asString(),
                        access.get("what").asString(),
                        access.get("purpose").asString());
    }
}
