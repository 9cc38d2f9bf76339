package org.consentledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.consentledger.acceptance.RunningLedger.Answer;
import org.consentledger.standalone.ReferenceData;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The reference story, asked about afterwards: Safe Harbor falls between two transfers, a paper form arrives late, and a
 * consent is taken back.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TimeTravelTest {

    private static final String PURPOSE = "business-notices";
    private static final String DARIO = "planted-travel-dario";
    private static final String ANNA = "planted-travel-anna";

    private static RunningLedger ledger;

    @BeforeAll
    static void start() throws Exception {
        ledger = RunningLedger.start();
        assertThat(new ReferenceData(ledger.client()).load()).isEmpty();
        // before the statement of 2016 there was another, with the same purposes
        var published = JsonMapper.shared().readTree(ledger.raw("/v1/notices/reference/2016-10"));
        assertThat(ledger.send(
                                "publish-notice",
                                Map.of(
                                        "notice",
                                        "reference",
                                        "version",
                                        "2014-01",
                                        "effectiveFrom",
                                        "2014-01-01T00:00:00Z",
                                        "homeArea",
                                        List.of("EEA"),
                                        "purposes",
                                        published.get("purposes")))
                        .status())
                .isEqualTo(201);
    }

    @AfterAll
    static void stop() {
        ledger.close();
    }

    @Test
    @Order(1)
    void before_safe_harbor_fell_the_transfer_was_permitted_and_afterwards_it_was_refused() {
        give(DARIO, "2014-01", "2014-06-10T18:30:00Z", PURPOSE, "cross-border-hosting");

        var permitted = explained(transfer(DARIO, "us-hosting", "2015-10-05T23:59:59Z", 201));
        var refused = explained(transfer(DARIO, "us-hosting", "2015-10-06T00:00:00Z", 403));

        assertThat(permitted.at("/verdict").asString()).isEqualTo("PERMITTED");
        assertThat(permitted.at("/reproduced/same").asBoolean()).isTrue();
        assertThat(permitted.at("/reproduced/sameGround").asBoolean()).isTrue();
        assertThat(answers(permitted)).containsOnly("HOLDS", "NOT_CONCERNED");
        assertThat(rule(permitted, "THIRD_COUNTRY_COVERED").at("/sentence").asString())
                .isEqualTo("US lies outside the home area; the safeguard “safe-harbor-certified-2012-03-01”"
                        + " (certification) covers the transfer.");
        assertThat(permitted.at("/today/sameTime/same").asBoolean()).isTrue();
        assertThat(permitted.at("/today/asIfNow/reasons/0").asString()).isEqualTo("SAFEGUARD_INVALIDATED");

        assertThat(refused.at("/reasons/0").asString()).isEqualTo("SAFEGUARD_INVALIDATED");
        assertThat(refused.at("/why/0/sentence").asString())
                .endsWith("rests on Decision 2000/520/EC; CJEU C-362/14, which was struck down on 2015-10-06.");
        assertThat(rule(refused, "THIRD_COUNTRY_COVERED")
                        .at("/safeguards/0/recorded/type")
                        .asString())
                .isEqualTo("SafeguardRecorded");
        assertThat(refused.at("/reproduced/same").asBoolean()).isTrue();
    }

    @Test
    @Order(2)
    void the_notice_is_cited_by_its_paragraphs_and_the_digest_of_its_text() {
        var refused = explained(transfer(DARIO, "us-hosting", "2016-11-20T09:00:00Z", 403));

        var notice = rule(refused, "PURPOSE_IN_NOTICE").at("/notices/0");
        assertThat(notice.at("/version").asString()).isEqualTo("2016-10");
        assertThat(notice.at("/paragraphs").valueStream().map(JsonNode::asString))
                .contains("§1(a)", "§3(d)");
        assertThat(notice.at("/texts/0/sha256").asString()).hasSize(64);
        assertThat(notice.at("/published/type").asString()).isEqualTo("NoticePublished");
    }

    @Test
    @Order(3)
    void a_refusal_for_want_of_consent_would_not_be_one_once_the_late_form_is_known() {
        var refusal = transfer(ANNA, "mailing-house", "2016-11-08T14:00:00Z", 403);
        var before = position();
        give(ANNA, "2016-10", "2016-11-07T09:00:00Z", PURPOSE);

        var explained = explained(refusal);

        assertThat(explained.at("/reasons/0").asString()).isEqualTo("CONSENT_MISSING");
        assertThat(explained.at("/reproduced/same").asBoolean()).isTrue();
        assertThat(explained.at("/today/sameTime/verdict").asString()).isEqualTo("PERMITTED");
        assertThat(explained.at("/today/sameTime/same").asBoolean()).isFalse();
        assertThat(explained.at("/today/sameTime/sentences/1").asString())
                .startsWith("The purpose rests on consent. The person gave it on 7 November 2016, 09:00 UTC")
                .endsWith(", after this decision.");
        // and the difference says what we learnt
        var learnt = difference(ANNA, "fromKnownAt=" + before + "&toAsOf=2016-11-08T14:00:00Z");
        assertThat(learnt.at("/from/position").isNumber()).isTrue();
        assertThat(learnt.at("/purposes/0/changes/0/kind").asString()).isEqualTo("LEARNT");
        assertThat(learnt.at("/sentences/1").asString())
                .contains(
                        "we learnt that on 7 November 2016, 09:00 UTC the person had consented to “business-notices”.");
    }

    @Test
    @Order(4)
    void a_revocation_is_told_with_the_transfers_around_it() {
        transfer(ANNA, "mailing-house", "2016-11-08T15:00:00Z", 201);
        var revoked = ledger.send(
                "revoke-consent",
                Map.of(
                        "subject",
                        ANNA,
                        "purposes",
                        List.of(PURPOSE),
                        "channel",
                        "PHONE",
                        "revokedAt",
                        "2016-11-09T15:40:00Z"));
        var refused = explained(transfer(ANNA, "mailing-house", "2016-11-10T08:00:00Z", 403));

        assertThat(rule(refused, "BASIS_HOLDS").at("/consent/event/eventId")).isEqualTo(revoked.at("/events/0/id"));
        var told = difference(ANNA, "fromAsOf=2016-11-06T00:00:00Z&toAsOf=2016-11-11T00:00:00Z");
        assertThat(told.at("/purposes/0/from").asString()).isEqualTo("NOT_GIVEN");
        assertThat(told.at("/purposes/0/to").asString()).isEqualTo("REVOKED");
        assertThat(told.at("/purposes/0/changes")
                        .valueStream()
                        .map(change -> change.at("/after").asString()))
                .containsExactly("GIVEN", "REVOKED");
        assertThat(told.at("/transfers")
                        .valueStream()
                        .map(transfer -> transfer.at("/verdict").asString()))
                .containsExactly("REFUSED", "PERMITTED", "REFUSED");
    }

    private static long position() {
        return ledger.ask("/v1/events?limit=1").at("/position").asLong();
    }

    private static void give(String subject, String version, String at, String... purposes) {
        var answer = ledger.send(
                "give-consent",
                Map.of(
                        "subject",
                        subject,
                        "notice",
                        "reference",
                        "noticeVersion",
                        version,
                        "purposes",
                        List.of(purposes),
                        "evidence",
                        Map.of("channel", "PRINTED_FORM", "form", "EXPLICIT", "collectedBy", "fair-stand"),
                        "collectedAt",
                        at));
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
    }

    private static String transfer(String subject, String recipient, String at, int status) {
        var answer = ledger.send(
                "record-transfer",
                Map.of(
                        "subject",
                        subject,
                        "recipient",
                        recipient,
                        "purpose",
                        PURPOSE,
                        "dataCategories",
                        List.of("contact"),
                        "intent",
                        "AUTHORISE",
                        "occurredAt",
                        at));
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(status);
        return answer.at("/events/0/id").asString();
    }

    private static Answer ok(Answer answer) {
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer;
    }

    private static JsonNode explained(String eventId) {
        return ok(ledger.ask("/v1/decisions/" + eventId)).body();
    }

    private static JsonNode difference(String subject, String parameters) {
        return ok(ledger.ask("/v1/subjects/" + subject + "/consents/difference?" + parameters))
                .body();
    }

    private static JsonNode rule(JsonNode explained, String rule) {
        return explained
                .at("/rules")
                .valueStream()
                .filter(found -> Objects.equals(found.at("/rule").asString(), rule))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> answers(JsonNode explained) {
        return explained
                .at("/rules")
                .valueStream()
                .map(rule -> rule.at("/answer").asString())
                .toList();
    }
}
