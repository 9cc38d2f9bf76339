package org.consentledger.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The short run: every kind of disturbance once, in an order that is always the same. What it did is in its output. */
class ChaosTest {

    private static final long SEED = 2016;

    @Test
    void nothingAcknowledgedIsLostNothingIsDoubledAndAllRecovers() throws Exception {
        var result =
                ChaosRun.run(Path.of("target", "chaos"), SEED, Duration.ZERO, new Progress(System.out), ground -> {});
        System.out.println(result.lastLine());

        assertThat(result.findings()).isEmpty();
        assertThat(result.count().acknowledged()).isPositive();
        assertThat(result.count().lost()).isZero();
        assertThat(result.count().doubled()).isZero();
        assertThat(result.done())
                .containsOnly(
                        Map.entry("kill-query", 1),
                        Map.entry("stop-postgres", 1),
                        Map.entry("promote-standby", 1),
                        Map.entry("kill-backend", 1),
                        Map.entry("cut-connections", 1),
                        Map.entry("lose-commits", 1),
                        Map.entry("lose-commit-and-database", 1),
                        Map.entry("lose-commit-and-node", 1),
                        Map.entry("lose-answers", 1),
                        Map.entry("stall", 1),
                        Map.entry("fill-pools", 1));
        assertThat(result.kills()).isEqualTo(5);
        assertThat(result.isGood()).isTrue();
    }
}
