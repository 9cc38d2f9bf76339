package org.consentledger.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consentledger.http.NegotiationTest.assertProblem;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.context.TestPropertySource;

/** JSON that would cost more to read than any body of the contract is given up where that shows. */
@TestPropertySource(properties = "http.body-limit=1MB")
class ReadingLimitsTest extends EdgeTest {

    private static final String GOOD = "\"subject\":\"cust-1\",\"codes\":[\"a\"],\"colour\":\"RED\"";

    @ParameterizedTest
    @CsvSource(textBlock = """
            depth,   15,        16
            tokens,  32700,     32800
            name,    128,       129
            """)
    void hasALimit(String what, int within, int beyond) {
        // a field that there is not: read over, within the limits, and then named
        assertThat(json(post(body(what, within))).at("/errors/0/code").asString())
                .isEqualTo("UNKNOWN");

        var answer = post(body(what, beyond));
        assertProblem(answer, 400, "MALFORMED_REQUEST");
        assertThat(json(answer).at("/errors/0/code").asString()).isEqualTo("LIMIT_EXCEEDED");
        assertThat(json(answer).at("/errors/0/detail").asString())
                .contains("16 levels", "32,768 tokens", "128", "8,192", "32 characters");
    }

    @Test
    void aTextHasALimitWhereItIsRead() {
        var within = post("{\"subject\":\"" + "x".repeat(8192) + "\"}");
        var beyond = post("{\"subject\":\"" + "x".repeat(8193) + "\"}");

        assertThat(json(within).at("/errors").toString()).contains("/subject").doesNotContain("LIMIT_EXCEEDED");
        assertThat(json(beyond).at("/errors/0/pointer").asString()).isEqualTo("/subject");
        assertThat(json(beyond).at("/errors/0/code").asString()).isEqualTo("LIMIT_EXCEEDED");
        assertThat(beyond.body()).doesNotContain("xxx");
    }

    private static String body(String what, int size) {
        var more = switch (what) {
            case "depth" -> "\"x\":" + "[".repeat(size) + "]".repeat(size);
            case "tokens" -> "\"x\":[" + "1,".repeat(size - 20) + "1]";
            case "name" -> "\"" + "x".repeat(size) + "\":1";
            case "text" -> "\"x\":\"" + "x".repeat(size) + "\"";
            case "number" -> "\"x\":" + "1".repeat(size);
            default -> throw new IllegalArgumentException(what);
        };
        return "{" + GOOD + "," + more + "}";
    }
}
