package org.consentledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.consentledger.acceptance.RunningLedger.encoded;

import java.util.List;
import java.util.Map;
import org.consentledger.acceptance.RunningLedger.Answer;
import org.consentledger.ledger.AtOnce;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** World time and ledger time, and what a person, an auditor and an operator see of one story. */
class TwoClocksTest {

    private static final String MONDAY = "2016-11-07T09:00:00Z";
    private static final String TUESDAY = "2016-11-08T09:00:00Z";
    private static final String WEDNESDAY = "2016-11-09T09:00:00Z";

    private static RunningLedger ledger;

    @BeforeAll
    static void start() {
        ledger = RunningLedger.start();
        assertThat(ledger.send(
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
                                        "texts",
                                        List.of(),
                                        "purposes",
                                        List.of(Map.of(
                                                "purpose", "newsletter",
                                                "basis", "CONSENT",
                                                "form", "EXPLICIT",
                                                "dataCategories", List.of("contact"),
                                                "recipientClasses", List.of("SUB_SUPPLIER")))))
                        .status())
                .isEqualTo(201);
        assertThat(ledger.send(
                                "register-recipient",
                                Map.of(
                                        "recipient",
                                        "mailer",
                                        "name",
                                        "Mailer",
                                        "class",
                                        "SUB_SUPPLIER",
                                        "country",
                                        "IT"))
                        .status())
                .isEqualTo(201);
    }

    @AfterAll
    static void stop() {
        ledger.close();
    }

    @Test
    void aPaperFormOfMondayThatArrivesAfterARevocationOfWednesdayFallsIntoItsPlace() {
        var revoked = ledger.send("revoke-consent", revocation("anna", WEDNESDAY));
        var knownOnThursday = revoked.at("/position").asLong();
        var late = ledger.send("give-consent", consent("anna", MONDAY));
        assertThat(late.status()).isEqualTo(201);

        assertThat(state("anna", "")).isEqualTo("REVOKED");
        assertThat(state("anna", "?asOf=" + TUESDAY)).isEqualTo("GIVEN");
        assertThat(state("anna", "?asOf=" + TUESDAY + "&knownAt=" + knownOnThursday))
                .isEqualTo("NOT_GIVEN");
        var thursday = revoked.at("/events/0/recordedAt").asString("");
        assertThat(state("anna", "?asOf=" + TUESDAY + "&knownAt=" + encoded(thursday)))
                .isEqualTo("NOT_GIVEN");
    }

    @Test
    void whatIsKnownIsAnsweredTheMomentItIsAcknowledged() {
        for (var i = 0; i < 20; i++) {
            var subject = "planted-read-your-write-" + i;
            ledger.send("give-consent", consent(subject, MONDAY));

            assertThat(state(subject, "")).isEqualTo("GIVEN");
        }
    }

    @Test
    void twoRequestsThatGiveTheSameConsentAtTheSameMomentLeaveOneEvent() throws Exception {
        var answers = AtOnce.call(8, number -> ledger.send("give-consent", consent("bruno", MONDAY)));

        assertThat(answers).extracting(Answer::status).containsOnlyOnce(201).containsOnly(200, 201);
        var history = ledger.ask("/v1/subjects/bruno/history").body();
        assertThat(history.findValuesAsString("type")).containsExactly("org.consentledger.ConsentGiven");
    }

    @Test
    void theMetricsTellWhatHappened() {
        ledger.send("give-consent", consent("clara", MONDAY));
        ledger.send(
                "record-transfer",
                Map.of(
                        "subject", "dora",
                        "recipient", "mailer",
                        "purpose", "newsletter",
                        "dataCategories", List.of("contact"),
                        "intent", "AUTHORISE",
                        "occurredAt", TUESDAY));

        assertThat(ledger.metricsOfCommand())
                .contains("ledger_commands_total{command=\"give-consent\",outcome=\"recorded\"}")
                .containsPattern("ledger_transfers_total\\{intent=\"AUTHORISE\",.*verdict=\"REFUSED\"} [1-9]")
                .contains("ledger_transfer_reasons_total{intent=\"AUTHORISE\",reason=\"CONSENT_MISSING\"}")
                .contains("ledger_position")
                .doesNotContain("dora")
                .doesNotContain("clara");
        await().untilAsserted(() -> assertThat(ledger.metricsOfQuery())
                .contains("projection_lag_events{projection=\"consents\"} 0.0")
                .contains("projection_lag_events{projection=\"transfers\"} 0.0")
                .doesNotContain("dora"));
    }

    private static String state(String subject, String parameters) {
        var answer = ledger.ask("/v1/subjects/" + subject + "/consents" + parameters);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer.body()
                .path("consents")
                .valueStream()
                .filter(consent -> consent.path("purpose").asString("").equals("newsletter"))
                .map((JsonNode consent) -> consent.path("state").asString(""))
                .findFirst()
                .orElse("(not listed)");
    }

    private static Map<String, Object> consent(String subject, String at) {
        return Map.of(
                "subject",
                subject,
                "notice",
                "shop",
                "noticeVersion",
                "v1",
                "purposes",
                List.of("newsletter"),
                "evidence",
                Map.of("channel", "PRINTED_FORM", "form", "WRITTEN"),
                "collectedAt",
                at);
    }

    private static Map<String, Object> revocation(String subject, String at) {
        return Map.of("subject", subject, "purposes", List.of("newsletter"), "channel", "EMAIL", "revokedAt", at);
    }
}
