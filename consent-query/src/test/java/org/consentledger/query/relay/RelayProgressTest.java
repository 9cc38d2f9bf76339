package org.consentledger.query.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RelayProgressTest {

    private static final int ATTEMPT_SECONDS = 30;
    private static final int PAUSE_SECONDS = 5;
    private static final int ALERT_SECONDS = 60;

    private long now;
    private long head = 10;
    private final RelayProgress one = new RelayProgress(() -> head, () -> now);
    private final RelayProgress other = new RelayProgress(() -> head, () -> now);

    /** Each has the turn for as long as an attempt takes, and the other one takes it while it pauses. */
    @Test
    void theLagGrowsThoughTwoNodesThatBothFailTakeTurns() {
        one.active();
        for (var round = 0; round < 4; round++) {
            fail(one, other);
            fail(other, one);
        }

        one.active();
        assertThat(one.lagSeconds()).isGreaterThan(ALERT_SECONDS);
        other.active();
        assertThat(other.lagSeconds()).isGreaterThan(ALERT_SECONDS);
    }

    private void fail(RelayProgress attempting, RelayProgress waiting) {
        attempting.active();
        waiting.standingBy();
        assertThat(waiting.lagSeconds()).isNaN();
        pass(ATTEMPT_SECONDS);
        attempting.failed();
        pass(PAUSE_SECONDS);
    }

    @Test
    void whatWentOutEndsIt() {
        fail(one, other);
        fail(other, one);

        one.active();
        one.resumedAfter(0);
        one.relayed(5, 5);
        assertThat(one.lagSeconds()).isZero();
        pass(1);
        assertThat(one.lagSeconds()).isEqualTo(1);

        one.relayed(10, 5);
        one.atEnd();
        assertThat(one.lagSeconds()).isZero();
        head = 11;
        pass(2);
        assertThat(one.lagSeconds()).isEqualTo(2);
    }

    private void pass(int seconds) {
        now += TimeUnit.SECONDS.toNanos(seconds);
    }
}
