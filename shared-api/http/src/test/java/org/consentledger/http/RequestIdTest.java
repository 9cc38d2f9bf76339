package org.consentledger.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestIdTest extends EdgeTest {

    @Test
    void theCallersIdIsKept() {
        assertThat(idFor("shop-7_a.b")).isEqualTo("shop-7_a.b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a b",
                "{}",
                "\"a\"",
                "",
                "a;b",
                "12345678901234567890123456789012345678901234567890123456789012345"
            })
    void anIdThatCouldDoHarmIsReplaced(String id) {
        assertThat(idFor(id)).matches("[0-9a-f-]{36}");
    }

    @Test
    void everyRequestHasOne() {
        var first = get("/v1/samples/s").headers().firstValue("X-Request-Id");
        var second = get("/v1/samples/s").headers().firstValue("X-Request-Id");

        assertThat(first).isPresent();
        assertThat(second).isPresent().isNotEqualTo(first);
    }

    private String idFor(String id) {
        return send(to("/v1/samples/s").header("X-Request-Id", id))
                .headers()
                .firstValue("X-Request-Id")
                .orElseThrow();
    }
}
