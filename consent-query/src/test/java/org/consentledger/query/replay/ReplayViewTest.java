package org.consentledger.query.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplayViewTest {

    private static final Instant STARTED = Instant.parse("2016-11-02T09:00:00Z");

    private static ReplayView view(ReplayState state, double shareDone, long secondsLater) {
        var replay = new Replay(
                new UUID(7, 7),
                STARTED,
                "audit-desk",
                ReplayScope.of(null, null),
                99,
                null,
                STARTED,
                state,
                null,
                state == ReplayState.QUEUED ? null : STARTED,
                null,
                -1,
                0,
                100L,
                0,
                shareDone,
                null,
                null,
                null);
        return ReplayView.of(replay, STARTED.plusSeconds(secondsLater), null, null);
    }

    /** As long as what is done took, for each part of it that is left. */
    @ParameterizedTest
    @CsvSource({"0.01, 3, 297", "0.25, 10, 30", "0.5, 60, 60", "0.99, 990, 10", "1, 100, 0", "0.5, -5, 0"})
    void tellsWhatIsLeftByWhatIsDone(double shareDone, long secondsLater, long left) {
        assertThat(view(ReplayState.RUNNING, shareDone, secondsLater).secondsLeft())
                .isEqualTo(left);
    }

    @Test
    void tellsNothingWhileThereIsTooLittleToTellBy() {
        assertThat(view(ReplayState.RUNNING, 0.009, 60).secondsLeft()).isNull();
        assertThat(view(ReplayState.QUEUED, 0, 60).secondsLeft()).isNull();
        assertThat(view(ReplayState.CANCELLED, 0.5, 60).secondsLeft()).isNull();
        assertThat(view(ReplayState.DONE, 1, 60).secondsLeft()).isNull();
    }

    @Test
    void isWholeOnlyWhenItIsDone() {
        assertThat(view(ReplayState.RUNNING, 1, 60).percent()).isEqualTo(99);
        assertThat(view(ReplayState.DONE, 1, 60).percent()).isEqualTo(100);
    }
}
