package org.consentledger.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.test.context.TestPropertySource;

/** Every answer tells browsers to do nothing with it, whoever gives it. */
@TestPropertySource(properties = {"management.server.port=0", "management.endpoints.web.exposure.include=health"})
class SecurityHeadersTest extends EdgeTest {

    private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";

    @LocalManagementPort
    private int managementPort;

    @ParameterizedTest
    @CsvSource(textBlock = """
            /v1/samples/s,            200
            /v1/samples/s?colour=x,   422
            /v1/nothing,              404
            /v1/samples/a;b,          400
            /v1/openapi.json,         200
            """)
    void standOnEveryAnswer(String path, int status) {
        var answer = get(path);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertStrict(answer);
    }

    @Test
    void standOnFailuresToo() {
        assertStrict(post("{\"subject\":\"crash\",\"codes\":[\"a\"],\"colour\":\"RED\"}"));
        assertStrict(send(to("/v1/samples/s").header("X-Turn-Away", "403")));
    }

    @Test
    void standOnAnswersToWhatNeverReachesTheApplication() throws IOException {
        assertThat(raw("GET /v1/<script> HTTP/1.1", "Host: x", "", ""))
                .startsWith("HTTP/1.1 400")
                .contains("X-Content-Type-Options: nosniff")
                .contains("Content-Security-Policy: " + NOTHING)
                .doesNotContain("Server:");
    }

    @Test
    void standOnTheManagementPort() {
        for (var path : new String[] {"/actuator/health", "/actuator/nothing"}) {
            assertStrict(send(HttpRequest.newBuilder(URI.create("http://localhost:" + managementPort + path))));
        }
    }

    @Test
    void thePageThatShowsTheInterfaceRunsItsOwnScriptsAndNoOthers() {
        var policy = get("/v1/swagger-ui/index.html").headers().allValues("Content-Security-Policy");

        assertThat(policy).hasSize(1);
        assertThat(policy.getFirst())
                .startsWith("default-src 'none'; script-src 'self';")
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe");
    }

    private static void assertStrict(HttpResponse<String> answer) {
        var headers = answer.headers();
        assertThat(headers.allValues("Content-Security-Policy")).containsExactly(NOTHING);
        assertThat(headers.allValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(headers.allValues("X-Frame-Options")).containsExactly("DENY");
        assertThat(headers.allValues("Referrer-Policy")).containsExactly("no-referrer");
        assertThat(headers.allValues("Cache-Control")).containsExactly("no-store");
        assertThat(headers.allValues("Cross-Origin-Resource-Policy")).containsExactly("same-origin");
        assertThat(headers.firstValue("Strict-Transport-Security")).isEmpty();
        assertThat(headers.firstValue("Server")).isEmpty();
        assertThat(headers.firstValue("X-Powered-By")).isEmpty();
    }
}
