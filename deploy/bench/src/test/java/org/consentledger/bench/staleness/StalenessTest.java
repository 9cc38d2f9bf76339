package org.consentledger.bench.staleness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class StalenessTest {

    private static final List<Sighting> SIGHTINGS =
            List.of(new Sighting(-1, 1_000), new Sighting(4, 20_000), new Sighting(4, 30_000), new Sighting(9, 50_000));

    @Test
    void lastsUntilTheFirstSightingAtOrBeyondThePosition() {
        assertThat(ms(new Recorded(4, 10_000, 12_000))).isEqualTo(10);
        assertThat(ms(new Recorded(5, 10_000, 12_000))).isEqualTo(40);
    }

    @Test
    void isNoneIfSeenBeforeItWasAnswered() {
        var latencies = Staleness.of(SIGHTINGS, List.of(new Recorded(4, 10_000, 25_000)), Recorded::answeredAt);

        assertThat(latencies.ms(100)).isZero();
    }

    @Test
    void failsIfSomethingNeverBecameVisible() {
        assertThatThrownBy(() -> ms(new Recorded(10, 10_000, 12_000))).hasMessageContaining("position 10");
    }

    @Test
    void readsWhatACommandAnswers() {
        var body =
                "{\"commandId\":\"c\",\"position\":7,\"events\":[{\"id\":\"e\",\"type\":\"ConsentGiven\",\"position\":7,"
                        + "\"recordedAt\":\"1970-01-01T00:00:01.000002Z\"}]}";

        assertThat(Recorded.of(body, 3)).isEqualTo(new Recorded(7, 1_000_002, 3));
        assertThat(Recorded.micros(Instant.EPOCH.plusMillis(1))).isEqualTo(1_000);
    }

    private static long ms(Recorded event) {
        return Math.round(
                Staleness.of(SIGHTINGS, List.of(event), Recorded::recordedAt).ms(100));
    }
}
