package org.consentledger.http.rate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

class QuotaTest {

    private final Quota quota = new Quota("client", 3, Duration.ofHours(1));

    @Test
    void eachHasItsOwn() {
        for (var i = 2; i >= 0; i--) {
            assertThat(quota.take("a").getRemainingTokens()).isEqualTo(i);
        }

        assertThat(quota.take("a").isConsumed()).isFalse();
        assertThat(quota.take("b").isConsumed()).isTrue();
    }

    @Test
    void itFillsUpEvenly() {
        for (var i = 0; i < 3; i++) {
            quota.take("a");
        }

        assertThat(Duration.ofNanos(quota.take("a").getNanosToWaitForRefill()))
                .isBetween(Duration.ofMinutes(19), Duration.ofMinutes(20));
    }

    @Test
    void strangersWithoutEndFillNoMemory() {
        for (var i = 0; i < 10 * Quota.COUNTED_MAX; i++) {
            quota.take("stranger " + i);
        }

        assertThat(quota.counted()).isBetween(1L, (long) Quota.COUNTED_MAX);
    }

    @Test
    void itIsToldInStructuredFields() {
        var response = new MockHttpServletResponse();
        quota.tell(response, 2, 7);

        assertThat(response.getHeader("RateLimit-Policy")).isEqualTo("\"client\";q=3;w=3600");
        assertThat(response.getHeader("RateLimit")).isEqualTo("\"client\";r=2;t=7");
    }
}
