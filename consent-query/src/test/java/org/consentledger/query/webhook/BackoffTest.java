package org.consentledger.query.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {

    private static Backoff with(double chance) {
        return new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(10), new RandomGenerator() {
            @Override
            public long nextLong() {
                throw new UnsupportedOperationException();
            }

            @Override
            public double nextDouble() {
                return chance;
            }
        });
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 2", "3, 4", "10, 512", "11, 600", "12, 600", "10000, 600"})
    void doublesUpToAnEnd(int failures, long seconds) {
        assertThat(with(1).after(failures, null)).isEqualTo(Duration.ofSeconds(seconds));
        assertThat(with(0).after(failures, null)).isEqualTo(Duration.ofMillis(500 * seconds));
    }

    @Test
    void leavesAReceiverAloneForAsLongAsItAsksWithinReason() {
        assertThat(with(1).after(1, Duration.ofMinutes(2))).isEqualTo(Duration.ofMinutes(2));
        assertThat(with(1).after(1, Duration.ofDays(9))).isEqualTo(Duration.ofHours(1));
        assertThat(with(1).after(12, Duration.ofSeconds(1))).isEqualTo(Duration.ofMinutes(10));
    }
}
