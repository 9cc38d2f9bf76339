package org.consentledger.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consentledger.http.NegotiationTest.assertProblem;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.stream.IntStream;
import org.consentledger.http.access.Scope;
import org.consentledger.http.access.TestIssuer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** Each client, which is the one that a token names, has a rate of its own; so has each address of whoever needs none. */
@TestPropertySource(properties = {"http.rate-limit=2", "http.failed-authentications=3"})
class RateLimitTest extends EdgeTest {

    /** So many one after the other take far longer than a second for each two. */
    private static final int TOO_MANY = 50;

    @Autowired
    private MeterRegistry meters;

    @Test
    void everyAnswerTellsWhatIsLeft() {
        var answer = ask("everybody");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("RateLimit-Policy")).contains("\"client\";q=2;w=1");
        assertThat(answer.headers().firstValue("RateLimit")).contains("\"client\";r=1;t=1");
    }

    @Test
    void whoAsksTooOftenIsTurnedAwayAlone() {
        var refused = firstRefused("busy");

        assertProblem(refused, 429, "RATE_LIMIT_EXCEEDED");
        assertThat(refused.headers().firstValue("Retry-After")).contains("1");
        assertThat(refused.headers().firstValue("RateLimit")).contains("\"client\";r=0;t=1");
        assertThat(ask("other").statusCode()).isEqualTo(200);
        assertThat(meters.get("http.rate.limited")
                        .tag("policy", "client")
                        .counter()
                        .count())
                .isPositive();
    }

    @Test
    void whoIsNotKnownIsCountedByAddress() {
        var refused = IntStream.range(0, TOO_MANY)
                .mapToObj(_ -> send(anonymouslyTo("/v1/openapi.json")))
                .filter(answer -> answer.statusCode() == 429)
                .findFirst()
                .orElseThrow();

        assertThat(refused.headers().firstValue("RateLimit-Policy")).contains("\"address\";q=2;w=1");
    }

    private HttpResponse<String> firstRefused(String who) {
        return IntStream.range(0, TOO_MANY)
                .mapToObj(_ -> ask(who))
                .filter(answer -> answer.statusCode() == 429)
                .findFirst()
                .orElseThrow();
    }

    private HttpResponse<String> ask(String who) {
        return send(anonymouslyTo("/v1/samples/s")
                .header("Authorization", TestIssuer.authorization(Map.of("client_id", who), Scope.CONSENT_READ)));
    }
}
