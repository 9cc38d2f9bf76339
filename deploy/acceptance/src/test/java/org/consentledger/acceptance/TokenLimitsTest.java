package org.consentledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.consentledger.acceptance.RunningLedger.Answer;
import org.consentledger.http.access.Scope;
import org.consentledger.http.access.TestIssuer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Tokens that are limited to some purposes, some recipients, one source system, or to a recipient's own transfers. */
class TokenLimitsTest {

    private static final String SUBJECT = "planted-limits-1";

    private static RunningLedger ledger;

    @BeforeAll
    static void start() {
        ledger = RunningLedger.start();
        ok(ledger.send(
                "publish-notice",
                Map.of(
                        "notice",
                        "reference",
                        "version",
                        "1",
                        "effectiveFrom",
                        "2016-01-01T00:00:00Z",
                        "homeArea",
                        List.of("EEA"),
                        "purposes",
                        List.of(purpose("letters"), purpose("calls")))));
        for (var recipient : List.of("printer", "caller")) {
            ok(ledger.send(
                    "register-recipient",
                    Map.of("recipient", recipient, "name", recipient, "class", "SUB_SUPPLIER", "country", "IT")));
        }
        ok(ledger.send("give-consent", consent("letters", "web-shop")));
        ok(ledger.send("give-consent", consent("calls", "web-shop")));
        ok(ledger.send("record-transfer", transfer("printer", "letters")));
        assertThat(ledger.send("record-transfer", transfer("printer", "unheard-of"))
                        .status())
                .isEqualTo(403);
        ok(ledger.send("record-transfer", transfer("caller", "calls")));
    }

    @AfterAll
    static void stop() {
        ledger.close();
    }

    @Test
    void a_token_for_some_purposes_says_nothing_about_others() {
        var token = limited("ledger_purposes", List.of("letters"), Scope.CONSENT_WRITE);

        assertThat(ledger.send("give-consent", consent("letters", "web-shop"), token)
                        .status())
                .isEqualTo(200);
        assertTurnedAway(ledger.send("give-consent", consent("calls", "web-shop"), token), "/purposes/0");
        assertTurnedAway(
                ledger.send(
                        "revoke-consent", Map.of("subject", SUBJECT, "purposes", List.of("letters", "calls")), token),
                "/purposes/1");
        assertTurnedAway(
                ledger.send("revoke-consent", Map.of("subject", SUBJECT, "purposes", List.of("*")), token),
                "/purposes/0");
        assertTurnedAway(
                ledger.send("object-to-processing", Map.of("subject", SUBJECT, "purposes", List.of("calls")), token),
                "/purposes/0");
    }

    @Test
    void a_token_for_some_purposes_learns_nothing_about_others() {
        var token = limited("ledger_purposes", List.of("letters"), Scope.CONSENT_READ);

        assertThat(values(ledger.ask("/v1/subjects/" + SUBJECT + "/consents", token), "/consents", "purpose"))
                .containsExactly("letters");
        assertThat(values(ledger.ask("/v1/subjects/" + SUBJECT + "/transfers", token), "/transfers", "purpose"))
                .containsExactly("letters");
        assertThat(ledger.ask(decision("printer", "letters"), token).status()).isEqualTo(200);
        assertParameterTurnedAway(ledger.ask(decision("printer", "calls"), token), "purpose");
    }

    @Test
    void a_token_for_some_recipients_sends_nothing_to_others_and_learns_nothing_of_what_they_got() {
        var token = limited("ledger_recipients", "printer", Scope.TRANSFER_WRITE, Scope.AUDIT_READ);

        assertThat(ledger.send("record-transfer", transfer("printer", "letters"), token)
                        .status())
                .isEqualTo(200);
        assertTurnedAway(ledger.send("record-transfer", transfer("caller", "calls"), token), "/recipient");
        assertThat(values(ledger.ask("/v1/subjects/" + SUBJECT + "/transfers", token), "/transfers", "recipient"))
                .containsOnly("printer");
        assertParameterTurnedAway(ledger.ask("/v1/recipients/caller/transfers", token), "recipient");
        assertParameterTurnedAway(ledger.ask(decision("caller", "calls"), token), "recipient");
        assertThat(ledger.ask("/v1/events", token).at("/code").asString()).isEqualTo("TOKEN_LIMIT_EXCEEDED");
    }

    @Test
    void a_token_of_a_source_system_brings_its_own_evidence_only() {
        var token = limited("ledger_source", "web-shop", Scope.CONSENT_WRITE);

        assertThat(ledger.send("give-consent", consent("letters", "web-shop"), token)
                        .status())
                .isEqualTo(200);
        assertTurnedAway(
                ledger.send("give-consent", consent("letters", "call-centre"), token), "/evidence/collectedBy");
    }

    @Test
    void whole_subjects_and_notices_are_not_for_limited_tokens() {
        var token = limited("ledger_source", "web-shop", Scope.SUBJECT_ERASE);

        var answer = ledger.send("erase-subject", Map.of("subject", SUBJECT), token);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.at("/code").asString()).isEqualTo("TOKEN_LIMIT_EXCEEDED");
    }

    @Test
    void a_recipients_own_token_sees_what_it_got_and_nothing_else() {
        var token = limited("ledger_recipient", "printer", Scope.CONSENT_READ);

        assertThat(values(ledger.ask("/v1/recipients/printer/transfers", token), "/transfers", "recipient"))
                .containsExactly("printer");
        assertThat(values(ledger.ask("/v1/recipients/printer/transfers", token), "/transfers", "type"))
                .containsExactly("TransferPermitted");
        assertThat(ledger.ask("/v1/recipients/printer", token).status()).isEqualTo(200);
        assertParameterTurnedAway(ledger.ask("/v1/recipients/caller/transfers", token), "recipient");
        assertParameterTurnedAway(ledger.ask("/v1/recipients/caller", token), "recipient");
        for (var path : List.of(
                "/v1/subjects/" + SUBJECT + "/consents",
                "/v1/subjects/" + SUBJECT + "/transfers",
                "/v1/recipients",
                decision("printer", "letters"))) {
            assertThat(ledger.ask(path, token).status()).as(path).isEqualTo(403);
        }
    }

    @Test
    void a_recipients_own_token_sends_no_command() {
        var token = limited("ledger_recipient", "printer", Scope.values());

        for (var command :
                List.of("give-consent", "revoke-consent", "record-transfer", "record-safeguard", "erase-subject")) {
            var answer = ledger.send(command, Map.of(), token);

            assertThat(answer.status()).as(command).isEqualTo(403);
            assertThat(answer.at("/code").asString()).isEqualTo("TOKEN_LIMIT_EXCEEDED");
        }
    }

    @Test
    void a_token_for_some_recipients_is_told_of_no_others() {
        var token = limited("ledger_recipients", "printer", Scope.CONSENT_READ);

        assertThat(values(ledger.ask("/v1/recipients", token), "/recipients", "recipient"))
                .containsExactly("printer");
    }

    @Test
    void whom_a_recipients_data_are_about_is_not_for_everybody_who_may_ask_about_one_subject() {
        var answer = ledger.ask("/v1/recipients/printer/transfers", as(TestIssuer.authorization(Scope.CONSENT_READ)));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.at("/code").asString()).isEqualTo("INSUFFICIENT_SCOPE");
    }

    @Test
    void every_event_says_which_client_sent_its_command_and_nothing_of_the_token() {
        var token = as(TestIssuer.authorization(
                Map.of("client_id", "newsletter-service", "sub", "somebody-signed-in"), Scope.CONSENT_WRITE));
        var position = ledger.send(
                        "revoke-consent", Map.of("subject", "planted-limits-2", "purposes", List.of("letters")), token)
                .at("/position")
                .asLong();

        var events = ledger.ask("/v1/events?after=" + (position - 1));

        assertThat(values(events, "/events", "clientid")).containsExactly("newsletter-service");
        assertThat(ledger.raw("/v1/log/export?from=" + position))
                .contains("newsletter-service")
                .doesNotContain("somebody-signed-in", "eyJ");
    }

    private static Map<String, String> limited(String claim, Object value, Scope... scopes) {
        return as(TestIssuer.authorization(Map.of(claim, value), scopes));
    }

    private static Map<String, String> as(String authorization) {
        return Map.of("Authorization", authorization);
    }

    private static void assertTurnedAway(Answer answer, String pointer) {
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(403);
        assertThat(answer.at("/code").asString()).isEqualTo("TOKEN_LIMIT_EXCEEDED");
        assertThat(answer.at("/errors/0/pointer").asString()).isEqualTo(pointer);
    }

    private static void assertParameterTurnedAway(Answer answer, String parameter) {
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(403);
        assertThat(answer.at("/code").asString()).isEqualTo("TOKEN_LIMIT_EXCEEDED");
        assertThat(answer.at("/errors/0/parameter").asString()).isEqualTo(parameter);
    }

    private static List<String> values(Answer answer, String list, String member) {
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return StreamSupport.stream(answer.at(list).spliterator(), false)
                .map(element -> element.path(member).asString())
                .toList();
    }

    private static Map<String, Object> purpose(String code) {
        return Map.of(
                "purpose",
                code,
                "basis",
                "CONSENT",
                "form",
                "EXPLICIT",
                "dataCategories",
                List.of("contact"),
                "recipientClasses",
                List.of("SUB_SUPPLIER"));
    }

    private static Map<String, Object> consent(String purpose, String collectedBy) {
        return Map.of(
                "subject",
                SUBJECT,
                "notice",
                "reference",
                "noticeVersion",
                "1",
                "purposes",
                List.of(purpose),
                "evidence",
                Map.of("channel", "API", "form", "EXPLICIT", "collectedBy", collectedBy),
                "collectedAt",
                "2016-11-02T10:15:00Z");
    }

    private static Map<String, Object> transfer(String recipient, String purpose) {
        return Map.of(
                "subject",
                SUBJECT,
                "recipient",
                recipient,
                "purpose",
                purpose,
                "dataCategories",
                List.of("contact"),
                "intent",
                "AUTHORISE",
                "occurredAt",
                "2016-11-20T09:00:00Z");
    }

    private static String decision(String recipient, String purpose) {
        return "/v1/decisions?subject=%s&recipient=%s&purpose=%s&category=contact&asOf=2016-11-20T09:00:00Z"
                .formatted(SUBJECT, recipient, purpose);
    }

    private static void ok(Answer answer) {
        assertThat(answer.status()).as(answer.body().toString()).isBetween(200, 299);
    }
}
