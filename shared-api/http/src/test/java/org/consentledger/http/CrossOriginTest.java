package org.consentledger.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.context.TestPropertySource;

@TestPropertySource(
        properties = {
            "http.cors-origins=https://desk.example.com, http://localhost:3000",
            "http.own-origin=https://ledger.example.com"
        })
class CrossOriginTest extends EdgeTest {

    @ParameterizedTest
    @ValueSource(strings = {"https://desk.example.com", "http://localhost:3000"})
    void anOriginThatIsNamedMayAsk(String origin) throws IOException {
        assertThat(preflight(origin, "POST", "content-type, idempotency-key, authorization"))
                .startsWith("HTTP/1.1 200")
                .contains("Access-Control-Allow-Origin: " + origin)
                .contains("Access-Control-Allow-Methods: GET,HEAD,POST")
                .contains("Access-Control-Max-Age: 600")
                .doesNotContain("Access-Control-Allow-Credentials");
        assertThat(asked(origin))
                .startsWith("HTTP/1.1 200")
                .contains("Access-Control-Allow-Origin: " + origin)
                .contains("Access-Control-Expose-Headers")
                .contains("Vary: Origin");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://desk.example.com.evil.example",
                "https://evil.example",
                "http://desk.example.com",
                "https://desk.example.com:8443",
                "null",
                "nonsense"
            })
    void noOtherMay(String origin) throws IOException {
        for (var answer : new String[] {preflight(origin, "POST", "content-type"), asked(origin)}) {
            assertThat(answer)
                    .startsWith("HTTP/1.1 403")
                    .contains("CROSS_ORIGIN_REFUSED")
                    .doesNotContain("Access-Control-Allow-Origin");
        }
    }

    @Test
    void anOriginThatIsNamedMayNotDoAnything() throws IOException {
        assertThat(preflight("https://desk.example.com", "DELETE", "content-type"))
                .startsWith("HTTP/1.1 403");
        assertThat(preflight("https://desk.example.com", "POST", "x-other")).startsWith("HTTP/1.1 403");
    }

    @Test
    void aPageOfTheServicesOwnIsNoOther() throws IOException {
        assertThat(asked("http://x")).startsWith("HTTP/1.1 200").doesNotContain("Access-Control-Allow");
    }

    @Test
    void norIsItBehindAProxyThatEndsTls() throws IOException {
        assertThat(asked("https://ledger.example.com"))
                .startsWith("HTTP/1.1 200")
                .doesNotContain("Access-Control-Allow");
        assertThat(asked("https://elsewhere.example.com\r\nSec-Fetch-Site: same-origin"))
                .startsWith("HTTP/1.1 200")
                .doesNotContain("Access-Control-Allow");
        assertThat(asked("https://elsewhere.example.com\r\nSec-Fetch-Site: same-site"))
                .startsWith("HTTP/1.1 403");
    }

    private String preflight(String origin, String method, String headers) throws IOException {
        return raw(
                "OPTIONS /v1/samples HTTP/1.1",
                "Host: x",
                "Origin: " + origin,
                "Access-Control-Request-Method: " + method,
                "Access-Control-Request-Headers: " + headers,
                "Connection: close",
                "",
                "");
    }

    private String asked(String origin) throws IOException {
        return raw("GET /v1/samples/s HTTP/1.1", "Host: x", "Origin: " + origin, "Connection: close", "", "");
    }
}
