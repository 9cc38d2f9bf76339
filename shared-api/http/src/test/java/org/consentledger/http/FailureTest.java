package org.consentledger.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class FailureTest extends EdgeTest {

    @Test
    void theCallerLearnsTheIdAndTheLogTheRest(CapturedOutput output) {
        var answer = post("{\"subject\":\"crash\",\"codes\":[\"a\"],\"colour\":\"RED\"}");

        NegotiationTest.assertProblem(answer, 500, "INTERNAL_ERROR");
        assertThat(answer.body()).doesNotContain("crashed").doesNotContain("Exception");
        assertThat(output.getAll().split("java.lang.IllegalStateException: crashed", -1))
                .hasSize(2);
    }

    /** Not the caller's connection: the caller is there, and must not take silence for a yes. */
    @ParameterizedTest
    @CsvSource({"lose-connection, 500, INTERNAL_ERROR", "lose-database, 503, UNAVAILABLE"})
    void aConnectionThatBreaksInsideIsAnsweredToo(String subject, int status, String code) {
        var answer = post("{\"subject\":\"" + subject + "\",\"codes\":[\"a\"],\"colour\":\"RED\"}");

        NegotiationTest.assertProblem(answer, status, code);
    }

    @ParameterizedTest
    @CsvSource({
        "401, MALFORMED_REQUEST",
        "404, NOT_FOUND",
        "429, RATE_LIMIT_EXCEEDED",
        "503, UNAVAILABLE",
        "500, INTERNAL_ERROR"
    })
    void whatTheContainerAnswersIsAProblemToo(int status, String code) {
        var answer = send(to("/v1/samples/s")
                .header("X-Turn-Away", Integer.toString(status))
                .header("Accept", "text/html"));

        NegotiationTest.assertProblem(answer, status, code);
        assertThat(answer.body()).doesNotContain("SECRET");
    }

    @Test
    void whatTheCallerDidWrongIsNotLogged(CapturedOutput output) {
        post("{\"subject\":\"SECRET\",\"codes\":[\"SECRET\"],\"colour\":\"SECRET\"}");
        post("{\"subject\":\"SECRET\", SECRET");
        get("/v1/samples/SECRET?colour=SECRET");

        assertThat(output.getAll()).doesNotContain("SECRET");
    }

    @Test
    void whatIsReadWrongInsideIsLoggedWithoutItsValue(CapturedOutput output) {
        var answer = post("{\"subject\":\"crash-on-json\",\"codes\":[\"a\"],\"colour\":\"RED\"}");

        NegotiationTest.assertProblem(answer, 500, "INTERNAL_ERROR");
        assertThat(output.getAll())
                .contains("UnrecognizedPropertyException")
                .contains("SampleService")
                .doesNotContain("SECRET");
    }
}
