package org.consentledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consentledger.Example.at;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WorldTimeTest {

    private static final Instant NOW = at("2016-11-07T09:00");

    @Test
    void what_has_happened_is_not_ahead() {
        assertThat(WorldTime.ahead(NOW.minus(Duration.ofDays(3650)), NOW, "/at"))
                .isEmpty();
        assertThat(WorldTime.ahead(NOW, NOW, "/at")).isEmpty();
    }

    @Test
    void a_clock_may_run_five_minutes_ahead_and_not_a_microsecond_more() {
        assertThat(WorldTime.ahead(at("2016-11-07T09:05"), NOW, "/at")).isEmpty();
        assertThat(WorldTime.ahead(at("2016-11-07T09:05").plusNanos(1_000), NOW, "/at"))
                .hasValueSatisfying(rejection -> {
                    assertThat(rejection.code()).isEqualTo(RejectionCode.WORLD_TIME_IN_FUTURE);
                    assertThat(rejection.pointer()).isEqualTo("/at");
                });
    }
}
