package org.consentledger.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consentledger.http.NegotiationTest.assertProblem;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class BodyLimitTest extends EdgeTest {

    private static final int LIMIT_BYTES = 2048;

    @Test
    void theLimitItselfIsAccepted() {
        assertThat(post(body(LIMIT_BYTES)).statusCode()).isEqualTo(200);
    }

    @Test
    void aLongerBodyIsTurnedAwayUnread() {
        var answer = post(body(LIMIT_BYTES + 1));

        assertProblem(answer, 413, "BODY_TOO_LARGE");
        assertThat(answer.headers().firstValue("Connection")).contains("close");
    }

    @Test
    void chunksAreCounted() {
        assertThat(chunked(body(LIMIT_BYTES)).statusCode()).isEqualTo(200);

        var answer = chunked(body(LIMIT_BYTES + 1));
        assertProblem(answer, 413, "BODY_TOO_LARGE");
        assertThat(answer.headers().firstValue("Connection")).contains("close");
    }

    @Test
    void aBodyThatNeverComesIsNotWaitedFor() throws IOException {
        var answer = raw(
                "POST /v1/samples HTTP/1.1",
                "Host: x",
                "Content-Type: application/json",
                "Content-Length: 999999999999",
                "Expect: 100-continue",
                "",
                "");

        assertThat(answer).startsWith("HTTP/1.1 413").contains("BODY_TOO_LARGE");
    }

    @Test
    void chunksThatGoOnForEverEnd() throws IOException {
        var chunk = "400\r\n" + " ".repeat(0x400) + "\r\n";
        var answer = rawUntil(
                "BODY_TOO_LARGE",
                "POST /v1/samples HTTP/1.1",
                "Host: x",
                "Content-Type: application/json",
                "Transfer-Encoding: chunked",
                "",
                chunk.repeat(4));

        assertThat(answer).startsWith("HTTP/1.1 413").contains("BODY_TOO_LARGE");
    }

    private java.net.http.HttpResponse<String> chunked(String body) {
        return send(to("/v1/samples")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)))));
    }

    private static String body(int bytes) {
        var body = "{\"subject\":\"cust-1\",\"codes\":[\"a\"],\"colour\":\"RED\"}";
        return body + " ".repeat(bytes - body.length());
    }
}
