package org.consentledger.query.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.consentledger.ledger.AtOnce;
import org.consentledger.ledger.LedgerDatabase;
import org.consentledger.query.support.Facts;
import org.consentledger.query.support.QueryService;
import org.consentledger.query.support.Recorder;
import org.consentledger.query.support.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ConsentsTest {

    private static final String PURPOSE = "business-notices";

    private final QueryService service = QueryService.shared();
    private final Recorder ledger = service.recorder();

    @Test
    void tellsTheStateOfEveryPurpose() {
        var given = ledger.record(Facts.given("planted-all-states", PURPOSE, "2016-11-02"));
        ledger.record(
                Facts.refused("planted-all-states", "b-refused", "2016-11-03"),
                Facts.revoked("planted-all-states", "c-revoked", "2016-11-04"),
                Facts.given("planted-all-states", "d-expired", "2016-11-01", "2016-11-05"));

        var answer = service.get("/v1/subjects/planted-all-states/consents").json();

        assertThat(answer.get("subject").asString()).isEqualTo("planted-all-states");
        assertThat(answer.get("subjectId").asString())
                .isEqualTo(Facts.id("planted-all-states").value());
        assertThat(answer.get("position").asLong()).isGreaterThanOrEqualTo(ledger.position());
        assertThat(states(answer))
                .containsExactly(
                        "b-refused REFUSED 2016-11-03T00:00:00Z",
                        "business-notices GIVEN 2016-11-02T00:00:00Z",
                        "c-revoked REVOKED 2016-11-04T00:00:00Z",
                        "d-expired EXPIRED 2016-11-05T00:00:00Z");
        assertThat(answer.get("consents").get(1).toString())
                .isEqualTo("{\"purpose\":\"business-notices\",\"state\":\"GIVEN\",\"since\":\"2016-11-02T00:00:00Z\","
                        + "\"until\":null,\"notice\":\"reference\",\"noticeVersion\":\"2016-10\",\"form\":\"EXPLICIT\","
                        + "\"eventId\":\"" + given + "\"}");
    }

    /** They share statements; one in ten asks about somebody unknown, and two in ten about the same person. */
    @Test
    void whoAsksAtTheSameTimeIsToldOfTheirOwnSubject() throws Exception {
        for (var subject = 0; subject < 8; subject++) {
            ledger.record(Facts.given("planted-together-" + subject, "only-" + subject, "2016-11-02"));
        }
        ledger.record(Facts.revoked("planted-together-0", "*", "2016-11-03"));

        var answers = AtOnce.call(
                100,
                number -> service.get("/v1/subjects/planted-together-" + number % 10 % 9 + "/consents")
                        .json());

        for (var number = 0; number < answers.size(); number++) {
            var subject = number % 10 % 9;
            var own = subject == 0
                    ? "only-0 REVOKED 2016-11-03T00:00:00Z"
                    : "only-" + subject + " GIVEN 2016-11-02T00:00:00Z";
            assertThat(answers.get(number).get("subject").asString()).isEqualTo("planted-together-" + subject);
            assertThat(states(answers.get(number)).stream().filter(state -> state.startsWith("only-")))
                    .containsExactlyElementsOf(subject == 8 ? List.of() : List.of(own));
        }
    }

    @Test
    void listsWhatNobodyAskedTheSubjectYet() {
        var answer = service.get("/v1/subjects/unheard-of/consents").json();

        assertThat(states(answer)).containsExactly("business-notices NOT_GIVEN null");
        assertThat(answer.get("objections")).isEmpty();
    }

    @Test
    void endsEveryConsentAtOnce() {
        ledger.record(
                Facts.given("planted-opt-out", PURPOSE, "2016-11-02"),
                Facts.revoked("planted-opt-out", "*", "2016-12-01"),
                // the form was in the post
                Facts.given("planted-opt-out", "other", "2016-11-20"));

        assertThat(states(service.get("/v1/subjects/planted-opt-out/consents").json()))
                .containsExactly("business-notices REVOKED 2016-12-01T00:00:00Z", "other REVOKED 2016-12-01T00:00:00Z");
    }

    @Test
    void endsAConsentToTheMicrosecond() {
        ledger.record(Facts.given("planted-exact", PURPOSE, "2016-11-02", "2017-11-02T10:15:00.000001Z"));

        assertThat(states(ask("planted-exact", "asOf=2017-11-02T10:15:00Z")))
                .containsExactly("business-notices GIVEN 2016-11-02T00:00:00Z");
        assertThat(states(ask("planted-exact", "asOf=2017-11-02T10:15:00.000001Z")))
                .containsExactly("business-notices EXPIRED 2017-11-02T10:15:00.000001Z");
    }

    @Test
    void listsObjectionsThatStand() {
        var event = ledger.record(Facts.objected("planted-objector", "interest-ads", "2016-11-02"));
        ledger.record(
                Facts.objected("planted-objector", "profiling", "2016-11-02"),
                Facts.withdrawn("planted-objector", "profiling", "2016-11-03"));

        assertThat(service.get("/v1/subjects/planted-objector/consents")
                        .json()
                        .get("objections")
                        .toString())
                .isEqualTo("[{\"purpose\":\"interest-ads\",\"since\":\"2016-11-02T00:00:00Z\",\"eventId\":\"" + event
                        + "\"}]");
    }

    /** A form signed on Monday reached the ledger on Friday, after the revocation of Wednesday. */
    @Test
    void travelsInBothTimes() {
        var monday = "2016-11-07";
        ledger.record(Facts.revoked("planted-traveller", PURPOSE, "2016-11-09"));
        var afterWednesday = ledger.position();
        ledger.record(Facts.given("planted-traveller", PURPOSE, monday));
        var friday = ledger.recordedAt();
        var justBefore = friday.minusNanos(1_000);
        var given = "business-notices GIVEN 2016-11-07T00:00:00Z";
        var revoked = "business-notices REVOKED 2016-11-09T00:00:00Z";
        var nothing = "business-notices NOT_GIVEN null";

        // what is known today
        assertThat(states(ask("planted-traveller", "asOf=2016-11-06T00:00:00Z")))
                .containsExactly(nothing);
        assertThat(states(ask("planted-traveller", "asOf=2016-11-08T00:00:00Z")))
                .containsExactly(given);
        assertThat(states(ask("planted-traveller", "asOf=2016-11-10T00:00:00Z")))
                .containsExactly(revoked);
        // what was known on Thursday
        for (var thursday : List.of(justBefore.toString(), Long.toString(afterWednesday))) {
            assertThat(states(ask("planted-traveller", "asOf=2016-11-08T00:00:00Z&knownAt=" + thursday)))
                    .containsExactly(nothing);
            assertThat(states(ask("planted-traveller", "asOf=2016-11-10T00:00:00Z&knownAt=" + thursday)))
                    .containsExactly(revoked);
        }
        // on Friday, to the microsecond
        assertThat(states(ask("planted-traveller", "asOf=2016-11-08T00:00:00Z&knownAt=" + friday)))
                .containsExactly(given);
    }

    @Test
    void keepsToWhatWasKnownOfNotices() {
        var service = QueryService.on(LedgerDatabase.fresh());
        try (service) {
            service.recorder().record(Facts.notice("2016-10", "2016-10-01", false));
            service.recorder().record(Facts.given("planted-renewed", PURPOSE, "2016-11-02"));
            var before = service.recorder().position();
            service.recorder().record(Facts.notice("2018-05", "2018-05-25", true, "newsletter"));
            var path = "/v1/subjects/planted-renewed/consents?asOf=2018-06-01T00:00:00Z";

            assertThat(states(service.get(path).json()))
                    .containsExactly("business-notices OUTDATED 2018-05-25T00:00:00Z", "newsletter NOT_GIVEN null");
            assertThat(states(service.get(path + "&knownAt=" + before).json()))
                    .containsExactly("business-notices GIVEN 2016-11-02T00:00:00Z");
        }
    }

    @Test
    void answersTheSameQuestionAboutThePastTheSameWay() {
        ledger.record(Facts.given("planted-constant", PURPOSE, "2016-11-02"));
        var question = "/v1/subjects/planted-constant/consents?asOf=2017-01-01T00:00:00Z&knownAt=" + ledger.position();
        var first = service.get(question).json();
        ledger.record(Facts.revoked("planted-constant", PURPOSE, "2016-11-03"));

        var later = service.get(question).json();

        assertThat(later.get("consents")).isEqualTo(first.get("consents"));
        assertThat(later.get("knownAt")).isEqualTo(first.get("knownAt"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "planted/b",
                "planted\\b",
                "50% of planted Ä ö €",
                "..",
                ";planted=1?y#z",
                "+1 (planted) 010",
                "😀"
            })
    void takesAnyReference(String subject) {
        ledger.record(Facts.given(subject, PURPOSE, "2016-11-02"));
        var segment = URLEncoder.encode(subject, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("..", "%2E%2E");

        var answer = service.get("/v1/subjects/" + segment + "/consents");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("subject").asString()).isEqualTo(subject);
        assertThat(states(answer.json())).contains("business-notices GIVEN 2016-11-02T00:00:00Z");
    }

    private JsonNode ask(String subject, String parameters) {
        Response answer = service.get("/v1/subjects/" + subject + "/consents?" + parameters);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private static List<String> states(JsonNode answer) {
        return answer.get("consents")
                .valueStream()
                .map(consent -> consent.get("purpose").asString() + " "
                        + consent.get("state").asString() + " "
                        + consent.get("since").asString("null"))
                .toList();
    }
}
