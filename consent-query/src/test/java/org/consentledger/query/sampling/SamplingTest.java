package org.consentledger.query.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class SamplingTest {

    @Test
    void aLookThatFailsIsFollowedByAnother() {
        var looks = new AtomicInteger();
        var sampling = new Sampling("something", Duration.ofMillis(1), pause -> {
            if (looks.incrementAndGet() < 3) {
                throw new IllegalStateException("no database");
            }
        });

        sampling.start();

        await().until(() -> looks.get() > 3);
        sampling.stop();
    }

    @Test
    void whoeverPausesIsToldThatItIsOver() throws InterruptedException {
        var begun = new CountDownLatch(1);
        var ended = new CountDownLatch(1);
        var goesOn = new AtomicBoolean(true);
        var sampling = new Sampling("something", Duration.ofHours(1), pause -> {
            begun.countDown();
            goesOn.set(pause.passes(Duration.ofHours(1)));
            ended.countDown();
        });
        sampling.start();
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();

        sampling.stop();

        assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(goesOn).isFalse();
    }
}
