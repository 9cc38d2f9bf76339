package org.consentledger.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests so broken that Tomcat answers before any code of ours is asked. */
class UnroutedTest extends EdgeTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GET /v1/sam ples HTTP/1.1~Host: x~~                         | 400
            GET /v1/<script> HTTP/1.1~Host: x~~                         | 400
            GET /v1/%zz HTTP/1.1~Host: x~~                              | 400
            GET /v1/%00 HTTP/1.1~Host: x~~                              | 400
            GET /v1/samples/a%2Fb HTTP/1.1~Host: x~~                    | 400
            GET /v1/samples/a%5Cb HTTP/1.1~Host: x~~                    | 400
            GET /v1/../../etc HTTP/1.1~Host: x~~                        | 400
            GET /v1/samples HTTP/1.1~~                                  | 400
            GET /v1/samples HTTP/1.1~Host: a~Host: b~~                  | 400
            GET /v1/samples HTTP/1.1~Host: x~Content-Length: x~~        | 400
            GET /v1/samples HTTP/3.0~Host: x~~                          | 400
            TRACE /v1/samples HTTP/1.1~Host: x~Connection: close~~      | 405
            POST /v1/samples HTTP/1.1~Host: x~Transfer-Encoding: weird~~ | 400
            nonsense~~                                                  | 400
            """)
    void areProblemsToo(String request, int status) throws IOException {
        var answer = raw(request.split("~", -1));

        assertThat(answer)
                .startsWith("HTTP/1.1 " + status)
                .contains("application/problem+json")
                .contains("\"status\":" + status)
                .contains("X-Request-Id")
                .doesNotContainIgnoringCase("<html")
                .doesNotContainIgnoringCase("tomcat");
    }

    /** An answer to HTTP/0.9 has no head; it holds nothing but the problem. */
    @Test
    void aRequestWithoutAVersionIsAProblem() throws IOException {
        assertThat(raw("GET /v1/samples/s", "", ""))
                .startsWith("{\"type\":\"urn:consent-ledger:problem:malformed-request\"");

        // until then, Tomcat would leave the head out of its answer to the next broken request, too
        assertThat(get("/v1/samples/s").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            POST /v1/samples HTTP/1.1~Host: x~Content-Type: application/json~Transfer-Encoding: chunked~Connection: close~~zz~{}~0~~ | 400
            """)
    void aBrokenBodyIsAProblem(String request, int status) throws IOException {
        var answer = raw(request.split("~", -1));

        assertThat(answer)
                .startsWith("HTTP/1.1 " + status)
                .contains("application/problem+json")
                .contains("MALFORMED_REQUEST");
    }
}
