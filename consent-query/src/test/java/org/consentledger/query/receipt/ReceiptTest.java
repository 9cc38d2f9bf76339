package org.consentledger.query.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.Ed25519Verifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.util.Base64URL;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.consentledger.LedgerEvent;
import org.consentledger.http.json.WebJson;
import org.consentledger.ledger.LedgerDatabase;
import org.consentledger.log.checkpoint.Checkpoint;
import org.consentledger.log.entry.Entry;
import org.consentledger.log.note.VerificationKey;
import org.consentledger.log.tree.InclusionProof;
import org.consentledger.query.log.LogKeys;
import org.consentledger.query.support.Facts;
import org.consentledger.query.support.QueryService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class ReceiptTest {

    private static final QueryService SERVICE = QueryService.shared();
    private static final String UNKNOWN = "0192f0c4-0000-7000-8000-000000000000";

    private static JsonNode receipt(LedgerEvent event) {
        return receiptOf(SERVICE.recorder().record(event));
    }

    private static JsonNode receiptOf(String eventId) {
        var answer = SERVICE.ask("/v1/receipts/" + eventId);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private static VerificationKey key() {
        return SERVICE.bean(LogKeys.class).newest().verification();
    }

    @Test
    void aConsentIsToldInTheWordsOfTheStandards() {
        var id = SERVICE.recorder().record(Facts.given("planted-kept", "business-notices", "2016-11-02", "2018-11-02"));
        var content = receiptOf(id).get("receipt");

        assertThat(content.at("/@type")).isEqualTo(json("[\"ledger:Receipt\",\"dpv:ConsentReceipt\"]"));
        assertThat(content.at("/dct:conformsTo").asString()).isEqualTo("urn:consent-ledger:receipt:v1");
        assertThat(content.at("/dct:identifier").asString()).isEqualTo(id);
        assertThat(content.at("/dpv:hasDataSubject")).isEqualTo(json("""
                {"@type":"dpv:DataSubject","dct:identifier":"%s","ledger:reference":"planted-kept"}
                """.formatted(Facts.id("planted-kept"))));
        assertThat(content.at("/dpv:hasDataController")).isEqualTo(json("""
                {"@type":"dpv:DataController","dct:identifier":"test.example/ledger","dpv:hasName":"test.example/ledger"}
                """));
        assertThat(content.at("/dpv:hasNotice")).isEqualTo(json("""
                {"@type":"dpv:PrivacyNotice","dct:identifier":"reference","dct:hasVersion":"2016-10",
                 "ledger:effectiveFrom":"2016-10-01T00:00:00Z",
                 "ledger:text":[{"dct:language":"en","ledger:sha256":"%s"}]}
                """.formatted("cd".repeat(32))));
        assertThat(content.at("/dpv:hasPurpose")).isEqualTo(json("""
                [{"@type":"dpv:Purpose","dct:identifier":"business-notices","dpv:hasLegalBasis":"eu-gdpr:A6-1-a",
                  "ledger:form":"EXPLICIT","dpv:hasPersonalData":["contact","orders"],"dpv:hasRecipient":["SUB_SUPPLIER"]}]
                """));
        assertThat(content.at("/dpv:hasConsentControl").asString()).isEqualTo("dpv:WithdrawConsent");
        assertThat(content.at("/dpv:hasRight").valueStream().map(JsonNode::asString))
                .contains("eu-gdpr:A7-3", "eu-gdpr:A15", "eu-gdpr:A77")
                .doesNotContain("eu-gdpr:A21");
        assertThat(content.at("/ledger:event")).isEqualTo(json("""
                {"ledger:type":"ConsentGiven","ledger:position":%d,"ledger:recordedAt":"%s","dct:date":"2016-11-02T00:00:00Z",
                 "dct:valid":"2018-11-02T00:00:00Z","dpv:hasIndicationMethod":"WEB_FORM","ledger:form":"EXPLICIT",
                 "ledger:statementSha256":"%s","dct:language":"en","ledger:collectedBy":"web-shop",
                 "dpv:hasConsentStatus":"dpv:ConsentGiven","dpv:hasLegalBasis":"dpv:ExplicitlyExpressedConsent",
                 "ledger:purpose":"business-notices","ledger:notice":"reference","ledger:noticeVersion":"2016-10",
                 "dpv:isIndicatedBy":{"ledger:kind":"SUBJECT"}}
                """.formatted(
                        SERVICE.recorder().position(), SERVICE.recorder().recordedAt(), "ab".repeat(32))));
    }

    /** All are recorded before the first is asked for: one checkpoint covers them, and is waited for once. */
    static Stream<Arguments> events() {
        return Stream.of(
                Arguments.of(
                        recorded(Facts.refused("planted-r", "business-notices", "2016-11-02")),
                        "/ledger:event/dpv:hasConsentStatus",
                        "dpv:ConsentRefused"),
                Arguments.of(
                        recorded(Facts.revoked("planted-r", "business-notices", "2016-11-03")),
                        "/ledger:event/dpv:hasConsentStatus",
                        "dpv:ConsentWithdrawn"),
                Arguments.of(
                        recorded(Facts.revoked("planted-r", "business-notices", "2016-11-03")),
                        "/dpv:hasNotice/dct:hasVersion",
                        "2016-10"),
                Arguments.of(
                        recorded(Facts.revoked("planted-r", "*", "2016-11-04")),
                        "/dpv:hasPurpose/0/dct:identifier",
                        "*"),
                Arguments.of(
                        recorded(Facts.objected("planted-r", "interest-ads", "2016-11-02")),
                        "/dpv:hasPurpose/0/dpv:hasLegalBasis",
                        "eu-gdpr:A6-1-f"),
                Arguments.of(
                        recorded(Facts.objected("planted-r", "interest-ads", "2016-11-02")),
                        "/@type/1",
                        "dpv:RightExerciseRecord"),
                Arguments.of(
                        recorded(Facts.withdrawn("planted-r", "interest-ads", "2016-11-03")),
                        "/ledger:event/dpv:hasIndicationMethod",
                        "API"),
                Arguments.of(
                        recorded(Facts.permitted("planted-r", "mailing-house", "2016-11-03")),
                        "/ledger:event/ledger:verdict",
                        "PERMITTED"),
                Arguments.of(
                        recorded(Facts.permitted("planted-r", "mailing-house", "2016-11-03")),
                        "/ledger:event/ledger:ground/ledger:basis",
                        "CONTRACT"),
                Arguments.of(
                        recorded(Facts.permitted("planted-r", "mailing-house", "2016-11-03")),
                        "/dpv:hasRecipient/dpv:hasName",
                        "Firm mailing-house"),
                Arguments.of(
                        recorded(Facts.transferRefused("planted-r", "nobody", "2016-11-03")),
                        "/ledger:event/ledger:reasons/1",
                        "SAFEGUARD_MISSING"),
                Arguments.of(
                        recorded(Facts.erased("planted-r", "2016-11-05")),
                        "/ledger:event/dct:date",
                        "2016-11-05T00:00:00Z"),
                Arguments.of(recorded(Facts.recipient("receipt-house")), "/ledger:event/ledger:country", "IT"));
    }

    private static String recorded(LedgerEvent event) {
        return SERVICE.recorder().record(event);
    }

    @ParameterizedTest
    @MethodSource("events")
    void everyEventHasAReceipt(String eventId, String pointer, String expected) {
        assertThat(receiptOf(eventId).at("/receipt" + pointer).asString()).isEqualTo(expected);
    }

    /** Later versions of the notice change nothing of what was known then. */
    @Test
    void theSameEventHasTheSameReceiptForEver() {
        var id = SERVICE.recorder().record(Facts.revoked("planted-unchanged", "business-notices", "2019-01-01"));
        var first = receiptOf(id).get("jws");
        SERVICE.recorder().record(Facts.notice("2018-05", "2018-05-25", false));

        assertThat(receiptOf(id).get("jws")).isEqualTo(first);
    }

    @Test
    void everyClientOfRfc8037CanVerifyIt() throws Exception {
        var answer = receipt(Facts.given("planted-signed", "business-notices", "2016-11-02"));
        var typeAndKey = Base64.getDecoder().decode(key().toString().split("\\+", 3)[2]);
        var jwk = new OctetKeyPair.Builder(
                        Curve.Ed25519, Base64URL.encode(Arrays.copyOfRange(typeAndKey, 1, typeAndKey.length)))
                .build();

        var jws = JWSObject.parse(answer.get("jws").asString());

        assertThat(jws.verify(new Ed25519Verifier(jwk))).isTrue();
        assertThat(jws.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.EdDSA);
        assertThat(jws.getHeader().getKeyID()).isEqualTo(key().keyId());
        assertThat(jws.getHeader().getType()).hasToString("consent-receipt+jws");
        assertThat(json(jws.getPayload().toString())).isEqualTo(answer.get("receipt"));
    }

    @Test
    void itsProofLeadsFromTheEntryToTheCheckpoint() {
        var answer = receipt(Facts.given("planted-proven", "business-notices", "2016-11-02"));
        var mapper = WebJson.mapper();
        var entry = mapper.treeToValue(answer.get("entry"), Entry.class);
        var inclusion = mapper.treeToValue(answer.get("inclusion"), InclusionProof.class);
        var checkpoint = Checkpoint.open(answer.get("checkpoint").asString(), List.of(key()));

        assertThat(entry.eventId()).isEqualTo(answer.get("eventId").asString());
        assertThat(entry.payload()).contains("\"sealed\"").doesNotContain("\"proven\"");
        assertThat(inclusion.leaf()).isEqualTo(entry.leaf().base64());
        assertThat(inclusion.position())
                .isEqualTo(entry.position())
                .isEqualTo(answer.get("position").asLong());
        assertThat(inclusion.size()).isEqualTo(checkpoint.size());
        assertThat(inclusion.leadsTo(checkpoint.root())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {UNKNOWN, "nothing", "%00", "0192F0C4-0000-7000-8000-000000000000"})
    void whatIsNoEventHasNoReceipt(String id) {
        for (var accepted : List.of("application/json", "text/html")) {
            var answer = SERVICE.ask("/v1/receipts/" + id, "Accept", accepted);

            assertThat(answer.status()).isIn(400, 404);
            assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        }
        assertThat(SERVICE.ask("/v1/receipts/" + UNKNOWN).json().get("code").asString())
                .isEqualTo("NOT_FOUND");
    }

    @Test
    void withoutACheckpointInTimeTheCallerComesAgain() {
        try (var service = QueryService.on(LedgerDatabase.fresh(), "query.checkpoint-timeout=1ms")) {
            // until the first look at the log is over, the next is two seconds away
            service.recorder().record(Facts.recipient("first"));
            await().until(() -> service.ask("/v1/log/checkpoint").body().contains("\n1\n"));
            var id = service.recorder().record(Facts.recipient("second"));

            var answer = service.ask("/v1/receipts/" + id);

            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.header("Retry-After")).isEqualTo("2");
            assertThat(answer.json().get("code").asString()).isEqualTo("UNAVAILABLE");
        }
    }

    /** It would be signed, and prove nothing. */
    @Test
    void anEventThatIsNotTheOneSignedHasNoReceipt() {
        var database = LedgerDatabase.fresh();
        try (var service = QueryService.on(database)) {
            var id = service.recorder().record(Facts.recipient("first"));
            assertThat(service.ask("/v1/receipts/" + id).status()).isEqualTo(200);
            var administrator = JdbcClient.create(database.administrator());
            administrator.sql("ALTER TABLE ledger.event DISABLE TRIGGER ALL").update();
            administrator
                    .sql("UPDATE ledger.event SET payload = replace(payload, 'Firm', 'Farm')")
                    .update();

            var answer = service.ask("/v1/receipts/" + id);

            assertThat(answer.status()).isEqualTo(500);
            assertThat(answer.body()).doesNotContain("jws", "Farm");
        }
    }

    private static JsonNode json(String text) {
        return WebJson.mapper().readTree(text);
    }
}
