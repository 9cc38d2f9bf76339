package org.consentledger.command.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LedgerPositionTest {

    @Test
    void itIsWhateverIsNewestOfWhatWasAnsweredAndWhatWasRead() {
        var position = new LedgerPosition(() -> 7);
        assertThat(position.highest()).isEqualTo(-1);

        position.seen(3);
        assertThat(position.highest()).isEqualTo(3);
        position.look();
        assertThat(position.highest()).isEqualTo(7);
        position.seen(5);
        assertThat(position.highest()).isEqualTo(7);
    }

    @Test
    void aScrapeNeitherReadsNorFails() {
        var position = new LedgerPosition(() -> {
            throw new IllegalStateException("no database");
        });
        var meters = new SimpleMeterRegistry();
        position.bindTo(meters);
        position.seen(4);

        position.look();

        assertThat(meters.get("ledger.position").gauge().value()).isEqualTo(4);
    }

    @Test
    void looksDoNotPileUp() throws Exception {
        var looks = new AtomicInteger();
        var answered = new CountDownLatch(1);
        var position = new LedgerPosition(() -> {
            looks.incrementAndGet();
            try {
                answered.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return 9;
        });
        var first = Thread.startVirtualThread(position::look);
        await().until(() -> looks.get() == 1);

        position.look();
        assertThat(looks).hasValue(1);

        answered.countDown();
        first.join();
        assertThat(position.highest()).isEqualTo(9);
    }
}
