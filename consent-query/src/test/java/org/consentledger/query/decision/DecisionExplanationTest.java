package org.consentledger.query.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.consentledger.http.access.Limit;
import org.consentledger.http.access.Scope;
import org.consentledger.http.access.TestIssuer;
import org.consentledger.ledger.LedgerDatabase;
import org.consentledger.ledger.register.LegalRegisters;
import org.consentledger.notice.Basis;
import org.consentledger.query.support.Facts;
import org.consentledger.query.support.QueryService;
import org.consentledger.query.support.Recorder;
import org.consentledger.query.support.Response;
import org.consentledger.recipient.RecipientClass;
import org.consentledger.recipient.RecipientRegistered;
import org.consentledger.recipient.Safeguard;
import org.consentledger.recipient.SafeguardKind;
import org.consentledger.recipient.SafeguardRecorded;
import org.consentledger.transfer.DecidedOn;
import org.consentledger.transfer.Ground;
import org.consentledger.transfer.Ground.SafeguardUsed;
import org.consentledger.transfer.Reason;
import org.consentledger.transfer.Transfer;
import org.consentledger.transfer.TransferPermitted;
import org.consentledger.transfer.TransferRefused;
import org.consentledger.transfer.TransferReported;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Decisions of years ago: why, on which events, and whether they would be made again. */
class DecisionExplanationTest {

    private static final String PURPOSE = "business-notices";
    private static final String REGISTER = LegalRegisters.shipped().digest();

    private static QueryService service;
    private static Recorder ledger;
    private static DecidedOn decidedOn;
    private static String certificate;

    @BeforeAll
    static void aRecipientUnderSafeHarbor() {
        service = QueryService.on(LedgerDatabase.fresh());
        ledger = service.recorder();
        ledger.record(Facts.notice("2016-10", "2014-01-01", false));
        ledger.record(Facts.recipient("mailing-house"));
        ledger.record(new RecipientRegistered("us-host", "Hosting in Ohio", RecipientClass.SUB_SUPPLIER, "US"));
        certificate = ledger.record(new SafeguardRecorded(
                "us-host",
                new Safeguard(
                        SafeguardKind.CERTIFICATION,
                        "EU-US-SAFE-HARBOR",
                        "certificate-9",
                        Facts.at("2014-01-01"),
                        null,
                        null)));
        decidedOn = new DecidedOn(ledger.position(), REGISTER);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static Transfer transfer(String subject, String recipient, String at) {
        return new Transfer(subject, recipient, PURPOSE, List.of("contact"), Facts.at(at), "job of " + subject);
    }

    private static Ground onConsent(String consent, @Nullable SafeguardUsed safeguard) {
        return new Ground(Basis.CONSENT, consent, safeguard, "reference", "2016-10", null);
    }

    private static Response ask(String eventId) {
        return service.get("/v1/decisions/" + eventId);
    }

    private static JsonNode explained(String eventId) {
        var answer = ask(eventId);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private static JsonNode rule(JsonNode answer, String rule) {
        return answer.get("rules")
                .valueStream()
                .filter(found -> found.get("rule").asString().equals(rule))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }

    @Test
    void aPermissionRestsOnEveryRuleAndWouldNotBeGivenTodayAsTheFrameworkFell() {
        var consent = ledger.record(Facts.given("planted-harboured", PURPOSE, "2015-08-01"));
        var decision = ledger.record(new TransferPermitted(
                Facts.id("planted-harboured"),
                transfer("planted-harboured", "us-host", "2015-09-01"),
                onConsent(
                        consent, new SafeguardUsed(SafeguardKind.CERTIFICATION, "certificate-9", "EU-US-SAFE-HARBOR")),
                decidedOn));

        var answer = explained(decision);

        assertThat(answer.get("verdict").asString()).isEqualTo("PERMITTED");
        assertThat(answer.get("why")).isEmpty();
        assertThat(answer.get("rules")).hasSize(9);
        assertThat(answer.get("subject").asString()).isEqualTo("planted-harboured");
        var basis = rule(answer, "BASIS_HOLDS");
        assertThat(basis.get("answer").asString()).isEqualTo("HOLDS");
        assertThat(basis.at("/consent/event/eventId").asString()).isEqualTo(consent);
        assertThat(basis.at("/consent/evidence/collectedBy").asString()).isEqualTo("web-shop");
        assertThat(basis.at("/notices/0/version").asString()).isEqualTo("2016-10");
        assertThat(basis.at("/notices/0/texts/0/sha256").asString()).isEqualTo("cd".repeat(32));
        assertThat(basis.at("/notices/0/published/type").asString()).isEqualTo("NoticePublished");
        var covered = rule(answer, "THIRD_COUNTRY_COVERED");
        assertThat(covered.at("/safeguards/0/used").asBoolean()).isTrue();
        assertThat(covered.at("/safeguards/0/recorded/eventId").asString()).isEqualTo(certificate);
        assertThat(covered.at("/safeguards/0/register/0/invalidatedOn").asString())
                .isEqualTo("2015-10-06");

        assertThat(answer.at("/reproduced/same").asBoolean()).isTrue();
        assertThat(answer.at("/reproduced/sameGround").asBoolean()).isTrue();
        assertThat(answer.at("/reproduced/recordedRegister").asBoolean()).isTrue();
        assertThat(answer.at("/today/sameTime/same").asBoolean()).isTrue();
        var now = answer.at("/today/asIfNow");
        assertThat(now.get("same").asBoolean()).isFalse();
        assertThat(texts(now.get("reasons"))).containsExactly("SAFEGUARD_INVALIDATED");
        assertThat(texts(now.get("sentences")).getLast())
                .isEqualTo(
                        "US lies outside the home area, and nothing covers the transfer. The safeguard “certificate-9” (certification)"
                                + " rests on Decision 2000/520/EC; CJEU C-362/14, which was struck down on 2015-10-06.");
    }

    @Test
    void aRefusalNamesWhatStoodAgainstIt() {
        ledger.record(Facts.given("planted-refused", PURPOSE, "2015-08-01"));
        var revocation = ledger.record(Facts.revoked("planted-refused", PURPOSE, "2015-10-01"));
        var decision = ledger.record(new TransferRefused(
                Facts.id("planted-refused"),
                transfer("planted-refused", "us-host", "2015-11-01"),
                List.of(Reason.CONSENT_REVOKED, Reason.SAFEGUARD_INVALIDATED),
                decidedOn));

        var answer = explained(decision);

        assertThat(answer.get("why")
                        .valueStream()
                        .map(why -> why.get("reason").asString() + " by rule "
                                + why.get("number").asInt() + " "
                                + why.get("foundAgain").asBoolean()))
                .containsExactly("CONSENT_REVOKED by rule 5 true", "SAFEGUARD_INVALIDATED by rule 7 true");
        assertThat(answer.at("/why/0/law/0").asString()).isEqualTo("GDPR Art. 6(1)");
        var consent = rule(answer, "BASIS_HOLDS").get("consent");
        assertThat(consent.at("/event/eventId").asString()).isEqualTo(revocation);
        assertThat(consent.at("/event/type").asString()).isEqualTo("ConsentRevoked");
        assertThat(consent.get("evidence").isNull()).isTrue();
        assertThat(texts(answer.get("sentences")))
                .contains("The purpose rests on consent. The person took it back on 1 October 2015, 00:00 UTC.");
        assertThat(answer.at("/reproduced/same").asBoolean()).isTrue();
        assertThat(answer.at("/today/asIfNow/same").asBoolean()).isTrue();
    }

    @Test
    void whatWasLearntSinceWouldHaveChangedTheDecision() {
        var consent = ledger.record(Facts.given("planted-learnt", PURPOSE, "2016-11-01"));
        var decision = ledger.record(new TransferPermitted(
                Facts.id("planted-learnt"),
                transfer("planted-learnt", "mailing-house", "2016-11-08"),
                onConsent(consent, null),
                decidedOn));
        // the e-mail lay unread
        ledger.record(Facts.revoked("planted-learnt", PURPOSE, "2016-11-07"));

        var answer = explained(decision);

        assertThat(answer.at("/reproduced/same").asBoolean()).isTrue();
        assertThat(answer.at("/today/sameTime/same").asBoolean()).isFalse();
        assertThat(texts(answer.at("/today/sameTime/reasons"))).containsExactly("CONSENT_REVOKED");
        var sentences = texts(answer.at("/today/sameTime/sentences"));
        assertThat(sentences.getFirst())
                .isEqualTo("With what is known today, the same transfer on 8 November 2016, 00:00 UTC would be refused:"
                        + " not the same.");
        assertThat(sentences.getLast())
                .startsWith("The purpose rests on consent. The person took it back on 7 November 2016, 00:00 UTC."
                        + " The ledger learnt of that on ")
                .endsWith(", after this decision.");
    }

    @Test
    void aReportIsJudgedByItsFindings() {
        var decision = ledger.record(new TransferReported(
                Facts.id("planted-reported"),
                transfer("planted-reported", "nobody", "2016-11-08"),
                List.of(Reason.RECIPIENT_UNKNOWN, Reason.CONSENT_MISSING),
                null,
                decidedOn));

        var answer = explained(decision);

        assertThat(answer.at("/transfer/intent").asString()).isEqualTo("REPORT");
        assertThat(answer.get("verdict").asString()).isEqualTo("REFUSED");
        assertThat(answer.at("/reproduced/same").asBoolean()).isTrue();
        assertThat(texts(answer.get("sentences")))
                .contains(
                        "No recipient “nobody” is registered.",
                        "The purpose rests on consent. The person had given none by 8 November 2016, 00:00 UTC.");
    }

    @Test
    void whatAnOlderReleaseDecidedOtherwiseIsExplainedAllTheSame() {
        var decision = ledger.record(new TransferRefused(
                Facts.id("planted-older"),
                new Transfer(
                        "planted-older", "mailing-house", "warranty", List.of("contact"), Facts.at("2016-11-08"), null),
                List.of(Reason.OBJECTED),
                new DecidedOn(decidedOn.cataloguePosition(), "0123456789abcdef")));

        var answer = explained(decision);

        assertThat(answer.at("/why/0/foundAgain").asBoolean()).isFalse();
        assertThat(answer.at("/why/0/rule").asString()).isEqualTo("BASIS_HOLDS");
        assertThat(answer.at("/reproduced/same").asBoolean()).isFalse();
        assertThat(answer.at("/reproduced/recordedRegister").asBoolean()).isFalse();
        assertThat(texts(answer.at("/reproduced/sentences")))
                .contains(
                        "The legal register that it was decided on is not at hand; the present one was used instead.",
                        "The purpose rests on a contract, which needs no consent.");
    }

    @Test
    void aLegalRegisterThatWasKeptRepeatsTheDecisionsMadeOnIt(@TempDir Path folder) throws IOException {
        // as it might have stood before the court spoke
        var before = Files.writeString(folder.resolve("register-2015.yaml"), """
                areas: [{code: EEA, members: [{country: "IT", from: "1994-01-01", until: null, source: null}]}]
                adequacyDecisions: []
                frameworks:
                  - {code: EU-US-SAFE-HARBOR, country: "US", from: "2000-07-26", until: null, invalidatedOn: null, source: "Decision 2000/520/EC"}
                """);
        var digest =
                LegalRegisters.load("LEDGER_PREVIOUS_LEGAL_REGISTERS", before).digest();
        var database = LedgerDatabase.fresh();
        try (var keeping = QueryService.on(database, "decision.previous-legal-registers=" + before)) {
            keeping.recorder().record(Facts.notice("2016-10", "2014-01-01", false));
            keeping.recorder().record(new RecipientRegistered("us-host", "Host", RecipientClass.SUB_SUPPLIER, "US"));
            keeping.recorder()
                    .record(new SafeguardRecorded(
                            "us-host",
                            new Safeguard(
                                    SafeguardKind.CERTIFICATION,
                                    "EU-US-SAFE-HARBOR",
                                    "certificate-9",
                                    Facts.at("2014-01-01"),
                                    null,
                                    null)));
            var consent = keeping.recorder().record(Facts.given("planted-kept-register", PURPOSE, "2015-08-01"));
            var decision = keeping.recorder()
                    .record(new TransferPermitted(
                            Facts.id("planted-kept-register"),
                            transfer("planted-kept-register", "us-host", "2015-10-07"),
                            onConsent(
                                    consent,
                                    new SafeguardUsed(
                                            SafeguardKind.CERTIFICATION, "certificate-9", "EU-US-SAFE-HARBOR")),
                            new DecidedOn(2, digest)));

            var answer = keeping.get("/v1/decisions/" + decision).json();

            assertThat(answer.at("/reproduced/legalRegister").asString()).isEqualTo(digest);
            assertThat(answer.at("/reproduced/same").asBoolean()).isTrue();
            assertThat(answer.at("/today/sameTime/same").asBoolean()).isFalse();
            assertThat(texts(answer.at("/today/sameTime/sentences")))
                    .contains("The legal register is another one than then.");
        }
    }

    @Test
    void aDecisionAboutSomebodyErasedIsExplainedWithoutAnythingPersonal() {
        var consent = ledger.record(Facts.given("planted-forgotten-case", PURPOSE, "2016-11-01"));
        var decision = ledger.record(new TransferPermitted(
                Facts.id("planted-forgotten-case"),
                transfer("planted-forgotten-case", "mailing-house", "2016-11-08"),
                onConsent(consent, null),
                decidedOn));
        ledger.record(Facts.erased("planted-forgotten-case", "2016-12-01"));

        var answer = ask(decision);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).doesNotContain("planted-forgotten-case", "web-shop", "abab");
        assertThat(answer.json().get("subject").isNull()).isTrue();
        assertThat(rule(answer.json(), "BASIS_HOLDS")
                        .at("/consent/evidence/channel")
                        .asString())
                .isEqualTo("WEB_FORM");
        assertThat(answer.json().at("/reproduced/same").asBoolean()).isTrue();
        assertThat(texts(answer.json().at("/today/asIfNow/reasons"))).containsExactly("SUBJECT_ERASED");
    }

    @Test
    void italiansReadItalian() {
        ledger.record(Facts.given("planted-spiegato", PURPOSE, "2016-11-01"));
        var decision = ledger.record(new TransferRefused(
                Facts.id("planted-spiegato"),
                transfer("planted-spiegato", "us-host", "2016-11-08"),
                List.of(Reason.SAFEGUARD_INVALIDATED),
                decidedOn));
        ask(decision);

        var answer = service.ask("/v1/decisions/" + decision, "Accept-Language", "it")
                .json();

        assertThat(answer.get("language").asString()).isEqualTo("it");
        assertThat(texts(answer.get("sentences")).getLast())
                .isEqualTo(
                        "US è fuori dall'area di casa, e nulla copre il trasferimento. La garanzia «certificate-9» (certificazione)"
                                + " poggia su Decision 2000/520/EC; CJEU C-362/14, annullata in data 2015-10-06.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "00000000-0000-7000-8000-000000000000", "CONSENT"})
    void whatIsNoDecisionIsNotFound(String id) {
        var asked =
                id.equals("CONSENT") ? ledger.record(Facts.given("planted-no-decision", PURPOSE, "2016-11-01")) : id;

        assertThat(ask(asked).status()).isEqualTo(404);
    }

    @Test
    void aLimitedTokenIsForItsOwnPurposesAndRecipients() {
        var decision = ledger.record(new TransferRefused(
                Facts.id("planted-limited-case"),
                transfer("planted-limited-case", "us-host", "2016-11-08"),
                List.of(Reason.CONSENT_MISSING, Reason.SAFEGUARD_INVALIDATED),
                decidedOn));

        assertThat(limited(decision, Limit.RECIPIENTS, "us-host")).isEqualTo(200);
        assertThat(limited(decision, Limit.RECIPIENTS, "mailing-house")).isEqualTo(403);
        assertThat(limited(decision, Limit.PURPOSES, PURPOSE)).isEqualTo(200);
        assertThat(limited(decision, Limit.PURPOSES, "warranty")).isEqualTo(403);
        assertThat(limited(decision, Limit.OWN_RECIPIENT, "us-host")).isEqualTo(403);
    }

    private static int limited(String decision, Limit limit, String value) {
        return QueryService.send(HttpRequest.newBuilder(service.at("/v1/decisions/" + decision))
                        .header(
                                "Authorization",
                                TestIssuer.authorization(Map.of(limit.claim(), List.of(value)), Scope.CONSENT_READ)))
                .status();
    }
}
