package org.consentledger.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.consentledger.query.support.Facts;
import org.consentledger.query.support.QueryService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Who a subject is stays between the caller and the database. */
@ExtendWith(OutputCaptureExtension.class)
class PrivacyTest {

    private final QueryService service = QueryService.shared();

    @Test
    void subjectsAreNotLogged(CapturedOutput output) {
        service.recorder().record(Facts.given("planted-person", "business-notices", "2016-11-02"));
        for (var path : List.of(
                "/v1/subjects/planted-person/consents",
                "/v1/subjects/planted-person/consents?asOf=planted-person",
                "/v1/subjects/planted-person/consents?planted-person=1",
                "/v1/subjects/planted-person/transfers?cursor=planted-person",
                "/v1/subjects/planted-person/nothing",
                "/v1/subjects/planted-person%0A/history",
                "/v1/subjects/planted-person%00/history",
                "/v1/events?subject=planted-person",
                "/v1/decisions?subject=planted-person&recipient=r&purpose=p&category=c")) {
            service.get(path);
            service.ask(path, "Accept", "application/xml");
            service.post(path);
        }

        assertThat(output.getAll()).doesNotContain("planted-person");
        assertThat(service.manage("/actuator/prometheus").body()).doesNotContain("planted-person");
    }

    @Test
    void answersAreNotForCaches() {
        for (var path : List.of("/v1/subjects/planted-s/consents", "/v1/events", "/v1/recipients/nobody")) {
            assertThat(service.ask(path).header("Cache-Control")).isEqualTo("no-store");
        }
        assertThat(service.ask("/v1/events", "Accept", "application/x-ndjson").header("Cache-Control"))
                .isEqualTo("no-store");
    }

    @Test
    void problemsDoNotRepeatWhatWasGiven() {
        for (var path : List.of(
                "/v1/subjects/planted-s/consents?asOf=secret",
                "/v1/subjects/planted-s/consents?knownAt=secret",
                "/v1/subjects/planted-s/transfers?verdict=secret",
                "/v1/subjects/planted-s/transfers?cursor=secret",
                "/v1/subjects/secret%0A/consents",
                "/v1/events?type=secret",
                "/v1/events?subjectId=secret")) {
            var answer = service.ask(path);
            assertThat(answer.status()).as(path).isEqualTo(422);
            assertThat(answer.body()).doesNotContain("secret");
        }
    }
}
