package org.consentledger.http.rate;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.consentledger.http.json.WebJson;
import org.consentledger.http.problem.ProblemWriter;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class FailedAuthenticationFilterTest {

    /** As the check of access does. */
    private static final FilterChain REFUSES = (request, response) -> {
        if (!AuthenticationFailures.tooMany((HttpServletRequest) request)) {
            ((HttpServletResponse) response).sendError(HttpServletResponse.SC_UNAUTHORIZED);
        }
    };

    private static final FilterChain ACCEPTS = (_, _) -> {};

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final FailedAuthenticationFilter filter =
            new FailedAuthenticationFilter(3, new TurnedAway(meters, new ProblemWriter(WebJson.mapper())));

    @Test
    void whoeverGuessesIsSlowedDown() throws Exception {
        for (var i = 0; i < 3; i++) {
            assertThat(ask("192.0.2.1", REFUSES).getStatus()).isEqualTo(401);
        }
        var answer = ask("192.0.2.1", REFUSES);

        assertThat(answer.getStatus()).isEqualTo(429);
        assertThat(answer.getContentAsString()).contains("RATE_LIMIT_EXCEEDED");
        assertThat(answer.getHeader("Retry-After")).isBetween("19", "20");
        assertThat(answer.getHeader("RateLimit-Policy")).isEqualTo("\"failed-authentications\";q=3;w=60");
        assertThat(answer.getHeader("RateLimit")).startsWith("\"failed-authentications\";r=0;t=");
        assertThat(meters.get("http.rate.limited")
                        .tag("policy", "failed-authentications")
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void nobodyElseNotices() throws Exception {
        for (var i = 0; i < 10; i++) {
            ask("2001:db8:0:1:0:0:0:" + i, REFUSES);
        }

        assertThat(ask("2001:db8:0:1:0:0:0:77", REFUSES).getStatus()).isEqualTo(429);
        assertThat(ask("2001:db8:0:2:0:0:0:1", REFUSES).getStatus()).isEqualTo(401);
        assertThat(ask("192.0.2.1", REFUSES).getStatus()).isEqualTo(401);
    }

    @Test
    void whoeverHasAGoodTokenGetsInFromTheSameAddress() throws Exception {
        for (var i = 0; i < 10; i++) {
            ask("192.0.2.1", REFUSES);
        }

        assertThat(ask("192.0.2.1", ACCEPTS).getStatus()).isEqualTo(200);
    }

    @Test
    void whatSucceedsIsNotCounted() throws Exception {
        for (var i = 0; i < 100; i++) {
            assertThat(ask("192.0.2.1", ACCEPTS).getStatus()).isEqualTo(200);
        }
    }

    private MockHttpServletResponse ask(String address, FilterChain chain) throws IOException, ServletException {
        var request = new MockHttpServletRequest();
        request.setRemoteAddr(address);
        var response = new MockHttpServletResponse();
        filter.doFilter(request, response, chain);
        return response;
    }
}
