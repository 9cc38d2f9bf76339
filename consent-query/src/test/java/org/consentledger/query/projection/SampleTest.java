package org.consentledger.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SampleTest {

    private static final Instant TAKEN = Instant.parse("2016-11-02T00:00:00Z");

    @Test
    void lagsByTheOldestEventThatIsMissing() {
        var sample = sample(3, Optional.of(TAKEN.minusSeconds(60)));

        assertThat(sample.lagEvents("p")).isEqualTo(4);
        assertThat(sample.lag("p", TAKEN)).isEqualTo(Duration.ofSeconds(60));
        assertThat(sample.lag("p", TAKEN.plusSeconds(100))).isEqualTo(Duration.ofSeconds(160));
    }

    @Test
    void lagsByNothingWhenNothingIsMissing() {
        var sample = sample(7, Optional.empty());

        assertThat(sample.lagEvents("p")).isZero();
        assertThat(sample.lag("p", TAKEN.plusSeconds(1))).isZero();
        assertThat(sample.isFresh(TAKEN.plusSeconds(1))).isTrue();
    }

    @Test
    void lagsMoreAndMoreWhileTheDatabaseIsOutOfReach() {
        var sample = sample(7, Optional.empty());

        assertThat(sample.isFresh(TAKEN.plusSeconds(6))).isFalse();
        assertThat(sample.lag("p", TAKEN.plusSeconds(6))).isEqualTo(Duration.ofSeconds(6));
        assertThat(sample.lag("p", TAKEN.plusSeconds(60))).isEqualTo(Duration.ofSeconds(60));
    }

    private static Sample sample(long position, Optional<Instant> oldestMissing) {
        return new Sample(TAKEN, 7, Map.of("p", new Sample.Standing(position, oldestMissing)));
    }
}
