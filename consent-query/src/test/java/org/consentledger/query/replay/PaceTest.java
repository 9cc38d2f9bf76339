package org.consentledger.query.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PaceTest {

    private static final double SHARE = 0.1;

    private final AtomicLong head = new AtomicLong();
    private final AtomicLong now = new AtomicLong();
    private final Pace pace = new Pace(head::get, now::get, SHARE);

    /** Batches that cost so much for each thing, while so many events are recorded between them. */
    private double workedShare(long nanosPerThing, int recorded) {
        var worked = 0L;
        var begun = now.get();
        for (var batch = 0; batch < 200; batch++) {
            var took = pace.size() * nanosPerThing;
            now.addAndGet(took);
            head.addAndGet(recorded);
            worked += took;
            now.addAndGet(pace.worked(took));
        }
        return (double) worked / (now.get() - begun);
    }

    @Test
    void worksASmallShareOfTheTimeWhileEventsAreRecorded() {
        assertThat(workedShare(50_000, 1)).isCloseTo(SHARE, within(0.001));
        // however slow the machine
        assertThat(workedShare(5_000_000, 1)).isCloseTo(SHARE, within(0.001));
    }

    @Test
    void worksAllTheTimeWhileNothingIs() {
        now.addAndGet(Duration.ofSeconds(3).toNanos());

        assertThat(workedShare(50_000, 0)).isEqualTo(1);
    }

    @Test
    void keepsBatchesShortWhileEventsAreRecorded() {
        workedShare(50_000, 1);
        assertThat(pace.size() * 50_000L)
                .isLessThanOrEqualTo(Duration.ofMillis(10).toNanos());

        now.addAndGet(Duration.ofSeconds(3).toNanos());
        workedShare(50_000, 0);
        assertThat(pace.size()).isEqualTo(2_000);
    }

    @Test
    void givesWayWhenTheLedgerWakesUp() {
        now.addAndGet(Duration.ofSeconds(3).toNanos());
        assertThat(pace.worked(1_000)).isZero();

        head.incrementAndGet();

        assertThat(pace.worked(1_000)).isCloseTo(9_000, within(1L));
    }
}
