package org.consentledger.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consentledger.http.NegotiationTest.assertProblem;

import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A request's line and headers have limits, and so has the number of its parameters. */
class HeadLimitsTest extends EdgeTest {

    private static final String PATH = "/v1/samples/s?x=";
    private static final int URI_BYTES = 8 * 1024;

    @Test
    void anAddressIsReadUpToItsLimit() {
        assertThat(get(PATH + "y".repeat(URI_BYTES - PATH.length())).statusCode())
                .isEqualTo(200);

        assertProblem(get(PATH + "y".repeat(URI_BYTES - PATH.length() + 1)), 414, "URI_TOO_LONG");
    }

    @Test
    void anAddressThatTheServerDoesNotReadIsTheSameProblem() throws IOException {
        var answer = raw("GET /" + "y".repeat(17 * 1024) + " HTTP/1.1", "Host: x", "", "");

        assertThat(answer).startsWith("HTTP/1.1 414").contains("URI_TOO_LONG");
    }

    @Test
    void headersHaveASizeTogether() {
        assertThat(send(to(PATH).header("X-One", "y".repeat(7_000)).header("X-Two", "y".repeat(7_000)))
                        .statusCode())
                .isEqualTo(200);

        assertProblem(
                send(to(PATH).header("X-One", "y".repeat(8_000)).header("X-Two", "y".repeat(9_000))),
                431,
                "HEADERS_TOO_LARGE");
    }

    @Test
    void headersAreCounted() throws IOException {
        assertThat(raw("GET /v1/samples/s HTTP/1.1", headers(62), "Host: x", "Connection: close", "", ""))
                .startsWith("HTTP/1.1 200");

        assertThat(raw("GET /v1/samples/s HTTP/1.1", headers(63), "Host: x", "Connection: close", "", ""))
                .startsWith("HTTP/1.1 431")
                .contains("HEADERS_TOO_LARGE");
    }

    @Test
    void parametersAreCounted() {
        assertThat(get("/v1/samples/s?" + parameters(64)).statusCode()).isEqualTo(200);

        assertProblem(get("/v1/samples/s?" + parameters(65)), 400, "MALFORMED_REQUEST");
    }

    private static String headers(int count) {
        return IntStream.range(0, count).mapToObj(i -> "X-" + i + ": y").collect(Collectors.joining("\r\n"));
    }

    private static String parameters(int count) {
        return IntStream.range(0, count).mapToObj(i -> "p" + i + "=y").collect(Collectors.joining("&"));
    }
}
