package org.consentledger.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consentledger.http.NegotiationTest.assertProblem;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.net.http.HttpResponse;
import java.security.Principal;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** Each client has a rate of its own: its principal's, or its address's if it has none. */
@TestPropertySource(properties = {"http.rate-limit=2", "http.failed-authentications=3"})
@Import(RateLimitTest.Principals.class)
class RateLimitTest extends EdgeTest {

    /** So many one after the other take far longer than a second for each two. */
    private static final int TOO_MANY = 50;

    @Autowired
    private MeterRegistry meters;

    /** In the place of Spring Security's filters: takes everybody for who they say they are. */
    static class Principals {

        @Bean
        FilterRegistrationBean<Filter> principals() {
            var registration = new FilterRegistrationBean<Filter>(
                    (request, response, chain) -> chain.doFilter(new Claimed((HttpServletRequest) request), response));
            registration.setOrder(-100);
            return registration;
        }

        private static final class Claimed extends HttpServletRequestWrapper {

            Claimed(HttpServletRequest request) {
                super(request);
            }

            @Override
            public @Nullable Principal getUserPrincipal() {
                return Optional.ofNullable(getHeader("X-Who"))
                        .map(name -> (Principal) () -> name)
                        .orElse(null);
            }
        }
    }

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
                .mapToObj(_ -> get("/v1/samples/s"))
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
        return send(to("/v1/samples/s").header("X-Who", who));
    }
}
