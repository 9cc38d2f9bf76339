package org.consentledger.chaos.clock;

import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** Puts a clock before the service's own that is wrong by what the system property says, such as {@code -PT1H}. */
@Configuration(proxyBeanMethods = false)
public class ShiftedClock {

    /** How far the clock is ahead, ISO 8601; negative if it is behind. */
    public static final String PROPERTY = "chaos.clock.shift";

    private static final Duration MICROSECOND = Duration.ofNanos(1_000);

    @Bean
    @Primary
    Clock wrongClock() {
        var shift = Duration.parse(System.getProperty(PROPERTY));
        return Clock.offset(Clock.tick(Clock.systemUTC(), MICROSECOND), shift);
    }
}
