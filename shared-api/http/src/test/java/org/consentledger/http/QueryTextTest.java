package org.consentledger.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What no text is in a query is the caller's fault, and is not in the log. */
@ExtendWith(OutputCaptureExtension.class)
class QueryTextTest extends EdgeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "colour=SECRET%",
                "colour=SECRET%4",
                "colour=SECRET%zz",
                "colour=SECRET%u0041",
                "colour=SECRET%ff",
                "colour=SECRET%c0%af",
                "colour=SECRET%ed%a0%80",
                "limit=3&colour=SECRET%e2%82"
            })
    void isNamed(String query, CapturedOutput log) throws IOException {
        var answer = raw("GET /v1/samples/s?" + query + " HTTP/1.1", "Host: x", "Connection: close", "", "");

        assertThat(answer)
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json", "MALFORMED_REQUEST", "\"parameter\":\"colour\"")
                .doesNotContain("SECRET");
        assertThat(log.getAll()).doesNotContain("SECRET", "ERROR");
    }

    @ParameterizedTest
    @CsvSource({"%ff=SECRET", "%=SECRET", "=SECRET"})
    void withoutANameThatCanBeReadTheQueryIs(String query, CapturedOutput log) throws IOException {
        var answer = raw("GET /v1/samples/s?" + query + " HTTP/1.1", "Host: x", "Connection: close", "", "");

        assertThat(answer)
                .startsWith("HTTP/1.1 400")
                .contains("MALFORMED_REQUEST")
                .doesNotContain("SECRET", "errors");
        assertThat(log.getAll()).doesNotContain("SECRET", "ERROR");
    }

    @Test
    void soIsAQueryOfTooManyParameters(CapturedOutput log) {
        var answer = get("/v1/samples/s?" + "a=b&".repeat(1_500));

        NegotiationTest.assertProblem(answer, 400, "MALFORMED_REQUEST");
        assertThat(log.getAll()).doesNotContain("ERROR");
    }

    @Test
    void textIsReadWhateverItsCharacters() {
        assertThat(get("/v1/samples/s?limit=3&a=%C3%A9%F0%9F%98%80+%25&&b").statusCode())
                .isEqualTo(200);
    }
}
