package org.consentledger.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consentledger.http.NegotiationTest.assertProblem;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.consentledger.http.access.Requires;
import org.consentledger.http.access.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Forms, which the container would read by itself, past every limit of a body. */
@Import(FormTest.Forms.class)
class FormTest extends EdgeTest {

    @RestController
    @Requires(Scope.CONSENT_READ)
    static class Forms {

        @PostMapping(path = "/v1/forms", produces = "application/json")
        List<String> name(@RequestParam(required = false, defaultValue = "none") List<String> name) {
            return name;
        }
    }

    private static HttpResponse<String> sent(EdgeTest test, BodyPublisher body) {
        return send(test.to("/v1/forms?name=q")
                .header("Content-Type", "application/x-www-form-urlencoded;charset=UTF-8")
                .POST(body));
    }

    private HttpResponse<String> sent(String form) {
        return sent(this, BodyPublishers.ofString(form, StandardCharsets.ISO_8859_1));
    }

    @Test
    void itsFieldsStandBesideThoseOfTheQuery() {
        assertThat(sent("name=a+b%2B%C3%A9&other=&name=c").body()).isEqualTo("[\"q\",\"a b+é\",\"c\"]");
        assertThat(sent("").body()).isEqualTo("[\"q\"]");
        assertThat(sent("name").body()).isEqualTo("[\"q\",\"\"]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"name=SECRET%", "name=SECRET%zz", "name=SECRET%FF", "SECRET%C3=a", "name=SECRET\u00ff"})
    void whatIsNoTextIsTurnedAwayAndNotRepeated(String form) {
        var answer = sent(form);

        assertProblem(answer, 400, "MALFORMED_REQUEST");
        assertThat(answer.body()).doesNotContain("SECRET");
    }

    @Test
    void itHasTheLimitsOfABody() {
        assertProblem(sent("name=" + "x".repeat(2048)), 413, "BODY_TOO_LARGE");
        var chunks = ("name=" + "x".repeat(2048)).getBytes(StandardCharsets.US_ASCII);
        assertProblem(
                sent(this, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(chunks))),
                413,
                "BODY_TOO_LARGE");
        assertProblem(sent("a=1&".repeat(65)), 400, "MALFORMED_REQUEST");
    }
}
