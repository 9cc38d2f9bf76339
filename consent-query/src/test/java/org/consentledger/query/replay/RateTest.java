package org.consentledger.query.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RateTest {

    private final Rate rate = new Rate();

    private long after(long millis, long count) {
        return rate.after(TimeUnit.MILLISECONDS.toNanos(millis), count);
    }

    @Test
    void isNoneBeforeThereIsATimeToTellItBy() {
        assertThat(after(0, 500)).isZero();
        assertThat(after(0, 900)).isZero();
    }

    @Test
    void isWhatCameInEachSecond() {
        after(0, 0);

        assertThat(after(500, 100)).isEqualTo(200);
        assertThat(after(2_000, 1_000)).isEqualTo(500);
    }

    @Test
    void forgetsWhatIsOlderThanFiveSeconds() {
        after(0, 0);
        after(1_000, 10_000);
        after(6_000, 10_500);

        assertThat(after(7_000, 10_600)).isEqualTo(100);
    }

    @Test
    void spansAPauseHoweverLong() {
        after(0, 0);
        after(1_000, 100);

        assertThat(after(101_000, 1_100)).isEqualTo(10);
    }
}
