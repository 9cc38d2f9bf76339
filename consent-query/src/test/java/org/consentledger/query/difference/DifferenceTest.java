package org.consentledger.query.difference;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.consentledger.http.access.Caller;
import org.consentledger.http.access.Limit;
import org.consentledger.http.access.Limits;
import org.consentledger.http.access.Scope;
import org.consentledger.http.access.TestIssuer;
import org.consentledger.query.access.Reader;
import org.consentledger.query.language.Language;
import org.consentledger.query.support.Facts;
import org.consentledger.query.support.QueryService;
import org.consentledger.query.support.Recorder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** A form signed on Monday, a revocation of Wednesday, and a ledger that got them in the other order. */
class DifferenceTest {

    private static final String PURPOSE = "business-notices";
    private static final String SUNDAY = "2016-11-06T00:00:00Z";
    private static final String TUESDAY = "2016-11-08T00:00:00Z";
    private static final String THURSDAY = "2016-11-10T00:00:00Z";

    private final QueryService service = QueryService.shared();
    private final Recorder ledger = service.recorder();

    private JsonNode ask(String subject, String parameters) {
        var answer = service.get("/v1/subjects/" + subject + "/consents/difference?" + parameters);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    @Test
    void whatThePersonSaidBetweenTwoWorldTimesIsToldWithTheEventsThatRecordedIt() {
        var form = ledger.record(Facts.given("planted-differs", PURPOSE, "2016-11-07"));
        var position = ledger.position();
        var email = ledger.record(Facts.revoked("planted-differs", PURPOSE, "2016-11-09"));

        var answer = ask("planted-differs", "fromAsOf=" + SUNDAY + "&toAsOf=" + THURSDAY);

        assertThat(answer.at("/from/asOf").asString()).isEqualTo(SUNDAY);
        assertThat(answer.at("/from/consents/0/state").asString()).isEqualTo("NOT_GIVEN");
        assertThat(answer.at("/to/consents/0/state").asString()).isEqualTo("REVOKED");
        var purpose = answer.at("/purposes/0");
        assertThat(purpose.get("from").asString()).isEqualTo("NOT_GIVEN");
        assertThat(purpose.get("to").asString()).isEqualTo("REVOKED");
        assertThat(purpose.at("/changes/0/event/eventId").asString()).isEqualTo(form);
        assertThat(purpose.at("/changes/0/event/position").asLong()).isEqualTo(position);
        assertThat(purpose.at("/changes/0/event/receipt").asString()).isEqualTo("/v1/receipts/" + form);
        assertThat(purpose.at("/changes/0/at").asString()).isEqualTo("2016-11-07T00:00:00Z");
        assertThat(purpose.at("/changes/1/event/eventId").asString()).isEqualTo(email);
        assertThat(sentences(answer).get(1))
                .startsWith("On 7 November 2016, 00:00 UTC the person consented to “business-notices”.")
                .contains("The ledger learnt of it on ");
        assertThat(sentences(answer).get(2))
                .startsWith("On 9 November 2016, 00:00 UTC the person took consent to “business-notices” back.");
    }

    @Test
    void whatWasLearntLateIsToldAsSuch() {
        ledger.record(Facts.revoked("planted-learns", PURPOSE, "2016-11-09"));
        var before = ledger.position();
        ledger.record(Facts.given("planted-learns", PURPOSE, "2016-11-07"));

        var answer = ask("planted-learns", "fromKnownAt=" + before + "&toAsOf=" + TUESDAY);

        assertThat(answer.at("/from/knownAt").asLong()).isEqualTo(before);
        assertThat(answer.at("/purposes/0/changes")).hasSize(1);
        assertThat(answer.at("/purposes/0/changes/0/kind").asString()).isEqualTo("LEARNT");
        assertThat(sentences(answer).get(1))
                .contains("we learnt that on 7 November 2016, 00:00 UTC the person had consented")
                .endsWith(
                        "So on 8 November 2016, 00:00 UTC the state was another than we knew: given instead of not given.");
        // on Thursday it was revoked anyway
        assertThat(sentences(ask("planted-learns", "fromKnownAt=" + before + "&toAsOf=" + THURSDAY))
                        .get(1))
                .endsWith("How it stood on 10 November 2016, 00:00 UTC is not changed by that: revoked.");
    }

    @Test
    void aConsentThatEndedByItselfIsToldWithoutAnybodysWord() {
        ledger.record(Facts.given("planted-ends", PURPOSE, "2016-11-01", "2016-11-09"));

        var answer = ask("planted-ends", "fromAsOf=" + TUESDAY + "&toAsOf=" + THURSDAY);

        assertThat(answer.at("/purposes/0/changes/0/kind").asString()).isEqualTo("ENDED");
        assertThat(answer.at("/purposes/0/to").asString()).isEqualTo("EXPIRED");
        assertThat(sentences(answer).get(1))
                .isEqualTo("On 9 November 2016, 00:00 UTC the consent to “business-notices” ended by itself, as its"
                        + " validity was over.");
    }

    @Test
    void objectionsAndTransfersInBetweenAreTold() {
        ledger.record(
                Facts.objected("planted-objects", "interest-ads", "2016-11-07"),
                Facts.permitted("planted-objects", "mailing-house", "2016-11-08"),
                Facts.transferRefused("planted-objects", "mailing-house", "2016-11-20"));

        var answer = ask("planted-objects", "fromAsOf=" + SUNDAY + "&toAsOf=" + THURSDAY);

        assertThat(answer.at("/objections/0/changes/0/standsAfter").asBoolean()).isTrue();
        assertThat(answer.get("transfers")).hasSize(1);
        assertThat(answer.at("/transfers/0/verdict").asString()).isEqualTo("PERMITTED");
        assertThat(answer.at("/transfers/0/learnt").asBoolean()).isFalse();
        assertThat(sentences(answer))
                .anyMatch(
                        sentence -> sentence.startsWith(
                                "A transfer of 8 November 2016, 00:00 UTC to “mailing-house” for “warranty” (data: contact) was permitted."));
    }

    @Test
    void transfersThatBecameKnownLateAreLearntOf() {
        ledger.record(Facts.given("planted-late-transfer", PURPOSE, "2016-11-01"));
        var before = ledger.position();
        ledger.record(Facts.permitted("planted-late-transfer", "mailing-house", "2016-11-02"));

        var answer = ask("planted-late-transfer", "fromKnownAt=" + before + "&toAsOf=" + THURSDAY);

        assertThat(answer.at("/transfers/0/learnt").asBoolean()).isTrue();
    }

    @Test
    void nothingInBetweenIsSaidInSoManyWords() {
        ledger.record(Facts.given("planted-quiet", PURPOSE, "2016-11-07"));

        assertThat(sentences(ask("planted-quiet", ""))).last().isEqualTo("Nothing lies between these two moments.");
        assertThat(sentences(ask("unheard-of", "fromAsOf=" + SUNDAY))).hasSize(2);
    }

    @Test
    void italiansReadItalian() {
        ledger.record(Facts.given("planted-italian", PURPOSE, "2016-11-07"));

        var answer = service.ask(
                "/v1/subjects/planted-italian/consents/difference?fromAsOf=" + SUNDAY + "&minPosition="
                        + ledger.position(),
                "Accept-Language",
                "it");

        assertThat(answer.json().get("language").asString()).isEqualTo("it");
        assertThat(sentences(answer.json()).get(1))
                .startsWith(
                        "In data 7 novembre 2016, 00:00 UTC la persona ha dato il consenso per «business-notices».");
    }

    @Test
    void ofSomebodyErasedNothingIsToldByReferenceAndAllThatIsNotPersonalByPseudonym() {
        ledger.record(
                Facts.given("planted-gone", PURPOSE, "2016-11-07"),
                Facts.permitted("planted-gone", "mailing-house", "2016-11-08"),
                Facts.erased("planted-gone", "2016-11-09"));

        var byReference = ask("planted-gone", "fromAsOf=" + SUNDAY);
        assertThat(byReference.get("subjectId").isNull()).isTrue();
        assertThat(byReference.get("erasedAt").asString()).isEqualTo("2016-11-09T00:00:00Z");
        assertThat(byReference.get("purposes")).isEmpty();
        assertThat(byReference.get("transfers")).isEmpty();

        var byPseudonym = service.bean(SubjectDifferences.class)
                .of(
                        Facts.id("planted-gone"),
                        TwoMoments.of(Instant.parse(SUNDAY), null, Instant.parse(THURSDAY), null, Instant.now()),
                        Language.ENGLISH,
                        reader());
        assertThat(byPseudonym.subject()).isNull();
        assertThat(byPseudonym.purposes()).hasSize(1);
        assertThat(byPseudonym.transfers()).hasSize(1);
        assertThat(byPseudonym.sentences().getLast())
                .isEqualTo("On 9 November 2016, 00:00 UTC the person was erased: who it is can no longer be read.");
    }

    private static Reader reader() {
        var caller = new Caller("test-client", "somebody", Set.of(Scope.AUDIT_READ), Limits.none(), Instant.MAX);
        return new Reader(caller, "test", "difference-test");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fromAsOf=2016-11-10T00:00:00Z&toAsOf=2016-11-09T00:00:00Z|fromAsOf",
                "fromKnownAt=5&toKnownAt=4|fromKnownAt",
                "fromKnownAt=2099-01-01T00:00:00Z&toKnownAt=2016-01-01T00:00:00Z|fromKnownAt",
                "fromKnownAt=0&toKnownAt=2016-01-01T00:00:00Z|fromKnownAt",
                "fromKnownAt=2099-01-01T00:00:00Z&toKnownAt=0|fromKnownAt"
            })
    void aFirstMomentBehindTheSecondIsTurnedAway(String parameters) {
        var parts = parameters.split("\\|", -1);

        var answer = service.ask("/v1/subjects/planted-any/consents/difference?" + parts[0]);

        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(answer.json().at("/errors/0/parameter").asString()).isEqualTo(parts[1]);
    }

    @Test
    void positionsAndTimesOfTheLedgerCompare() {
        ledger.record(Facts.given("planted-mixed", PURPOSE, "2016-11-07"));
        var position = ledger.position();
        var time = ledger.recordedAt();

        assertThat(ask("planted-mixed", "fromKnownAt=" + position + "&toKnownAt=" + time)
                        .get("purposes"))
                .isEmpty();
        assertThat(ask("planted-mixed", "fromKnownAt=" + time + "&toKnownAt=" + position)
                        .get("purposes"))
                .isEmpty();
    }

    @Test
    void aLimitedTokenIsToldOfItsOwnPurposesAndRecipients() {
        ledger.record(
                Facts.given("planted-limited", PURPOSE, "2016-11-07"),
                Facts.given("planted-limited", "other", "2016-11-07"),
                Facts.objected("planted-limited", "interest-ads", "2016-11-07"),
                Facts.permitted("planted-limited", "mailing-house", "2016-11-08"));
        service.get("/v1/subjects/planted-limited/transfers");

        var limited = QueryService.send(HttpRequest.newBuilder(
                        service.at("/v1/subjects/planted-limited/consents/difference?fromAsOf=" + SUNDAY
                                + "&minPosition=" + ledger.position()))
                .header(
                        "Authorization",
                        TestIssuer.authorization(
                                Map.of(
                                        Limit.PURPOSES.claim(),
                                        List.of("other"),
                                        Limit.RECIPIENTS.claim(),
                                        List.of("printer")),
                                Scope.CONSENT_READ)));

        assertThat(limited.status()).as(limited.body()).isEqualTo(200);
        assertThat(limited.json().at("/purposes/0/purpose").asString()).isEqualTo("other");
        assertThat(limited.body()).doesNotContain(PURPOSE, "interest-ads", "mailing-house");
    }

    private static List<String> sentences(JsonNode answer) {
        return answer.get("sentences").valueStream().map(JsonNode::asString).toList();
    }
}
