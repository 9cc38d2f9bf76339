package org.consentledger.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NegotiationTest extends EdgeTest {

    private static final String GOOD = "{\"subject\":\"cust-1\",\"codes\":[\"a\"],\"colour\":\"RED\"}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/xml",
                "application/yaml",
                "application/cbor",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "application/json; charset=ISO-8859-1",
                "application/json; charset=UTF-16",
                "application/vnd.other+json",
                "nonsense",
            })
    void aBodyMustBeJson(String type) {
        var answer = send(to("/v1/samples").header("Content-Type", type).POST(BodyPublishers.ofString(GOOD)));

        assertProblem(answer, 415, "MEDIA_TYPE_NOT_SUPPORTED");
        assertThat(answer.headers().firstValue("Accept")).contains("application/json");
    }

    @Test
    void aBodyMustSayWhatItIs() {
        var answer = send(to("/v1/samples").POST(BodyPublishers.ofString(GOOD)));

        assertProblem(answer, 415, "MEDIA_TYPE_NOT_SUPPORTED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"application/json", "application/json;charset=utf-8", "APPLICATION/JSON; charset=\"UTF-8\""})
    void jsonMayNameItsCharset(String type) {
        var answer = send(to("/v1/samples").header("Content-Type", type).POST(BodyPublishers.ofString(GOOD)));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "application/xml", "application/yaml", "nonsense"})
    void anAnswerIsJsonOrNothing(String accept) {
        var answer = send(to("/v1/samples")
                .header("Content-Type", "application/json")
                .header("Accept", accept)
                .POST(BodyPublishers.ofString(GOOD)));

        assertProblem(answer, 406, "NOT_ACCEPTABLE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "application/*", "text/html, application/json;q=0.1"})
    void jsonMayBeOneOfMany(String accept) {
        var answer = send(to("/v1/samples")
                .header("Content-Type", "application/json")
                .header("Accept", accept)
                .POST(BodyPublishers.ofString(GOOD)));

        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "PATCH", "DELETE", "BREW"})
    void anotherMethodIsToldWhichOnesThereAre(String method) {
        var answer = send(to("/v1/samples").method(method, BodyPublishers.noBody()));

        assertProblem(answer, 405, "METHOD_NOT_ALLOWED");
        assertThat(answer.headers().firstValue("Allow")).contains("OPTIONS, POST");
    }

    @Test
    void headOfWhatCanOnlyBePostedHasNoBody() {
        var answer = send(to("/v1/samples").method("HEAD", BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void headOfWhatCanBeReadIsTheSameWithoutBody() {
        var answer = send(to("/v1/samples/s").method("HEAD", BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void optionsNamesTheMethods() {
        var answer = send(to("/v1/samples").method("OPTIONS", BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Allow").orElseThrow().split(","))
                .containsExactlyInAnyOrder("POST", "OPTIONS");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/v1",
                "/v1/samples/",
                "/v1/samples/a/b",
                "/favicon.ico",
                "/index.html",
                "/error",
                "/webjars/x"
            })
    void anUnknownAddressIsAProblem(String path) {
        var answer = send(to(path).header("Accept", "text/html"));

        assertProblem(answer, 404, "NOT_FOUND");
        assertThat(answer.body()).doesNotContain("html");
    }

    @Test
    void aMethodOfAnUnknownAddressIsNotTheMatter() {
        assertProblem(send(to("/v1/nothing").POST(BodyPublishers.ofString("{}"))), 404, "NOT_FOUND");
    }

    static void assertProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        var problem = json(answer);
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("code").asString()).isEqualTo(code);
        assertThat(problem.get("type").asString()).startsWith("urn:consent-ledger:problem:");
        var id = answer.headers().firstValue("X-Request-Id").orElseThrow();
        assertThat(problem.get("instance").asString()).isEqualTo("urn:consent-ledger:request:" + id);
    }

    @Test
    void listsHeadWhereGetIs() {
        var answer = send(to("/v1/samples/s").DELETE());

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).contains("GET, HEAD, OPTIONS");
        assertThat(send(to("/v1/samples/s").HEAD()).statusCode()).isEqualTo(200);
    }
}
