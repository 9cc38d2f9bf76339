package org.consentledger.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An answer is for the path that was asked for, not for what is left of it. */
class PathParameterTest extends EdgeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/samples/cust-1001;x",
                "/v1/samples/cust-1001;x=1?limit=3",
                "/v1/samples/cust-1001;",
                "/v1/samples;x/cust-1001",
                "/v1/nothing;x"
            })
    void areTurnedAway(String path) {
        var answer = get(path);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.headers().firstValue("X-Request-Id")).isPresent();
        assertThat(json(answer).get("code").asString()).isEqualTo("MALFORMED_REQUEST");
        assertThat(json(answer).get("detail").asString()).contains("%3B");
        assertThat(answer.body()).doesNotContain("cust-1001");
    }

    @Test
    void anEncodedSemicolonIsPartOfTheName() {
        assertThat(get("/v1/samples/cust-1001%3Bx").statusCode()).isEqualTo(200);
    }

    @Test
    void aSemicolonInTheQueryIsNoneOfItsBusiness() {
        assertThat(get("/v1/samples/cust-1001?limit=3&colour=RED%3B").statusCode())
                .isEqualTo(422);
        assertThat(get("/v1/samples/cust-1001?at=;").statusCode()).isEqualTo(422);
    }
}
