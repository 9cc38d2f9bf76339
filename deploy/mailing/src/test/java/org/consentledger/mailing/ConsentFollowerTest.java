package org.consentledger.mailing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who does not hear of revocations sends nothing. */
@Timeout(60)
class ConsentFollowerTest {

    private static final String TOPIC = "consent-ledger";
    private static final String PURPOSE = "business-notices";

    @Test
    void whoNeverReachesABrokerIsToldAndSendsNothing() {
        var client = Map.<String, Object>of(
                "bootstrap.servers", "127.0.0.1:1", "request.timeout.ms", "100", "default.api.timeout.ms", "200");
        var campaign = new Campaign(List.of(new Addressee("c-1", "s-1")), 1, Duration.ZERO, new NoPost());

        assertThatThrownBy(() -> campaign.run(client, TOPIC, PURPOSE)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void itDoesNotFollowAnyMoreOnceBrokersAreAway() throws InterruptedException {
        var brokers = new Brokers();
        try (var follower = new ConsentFollower(brokers, TOPIC, PURPOSE, new Sayings())) {
            follower.awaitCaughtUp();
            assertThat(follower.isFollowing()).isTrue();

            brokers.away = true;
            assertThat(brokers.closed.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(follower.isFollowing()).isFalse();
        }
    }

    /** Polling them fails no more than polling real ones that are away. */
    private static final class Brokers extends MockConsumer<byte[], byte[]> {

        private static final TopicPartition PARTITION = new TopicPartition(TOPIC, 0);

        private final CountDownLatch closed = new CountDownLatch(1);
        private volatile boolean away;

        Brokers() {
            super("earliest");
            updatePartitions(TOPIC, List.of(new PartitionInfo(TOPIC, 0, Node.noNode(), new Node[0], new Node[0])));
            updateBeginningOffsets(Map.of(PARTITION, 0L));
            updateEndOffsets(Map.of(PARTITION, 0L));
        }

        @Override
        public Map<TopicPartition, Long> endOffsets(Collection<TopicPartition> partitions, Duration within) {
            if (away) {
                throw new TimeoutException("no broker");
            }
            return super.endOffsets(partitions, within);
        }

        @Override
        public void close() {
            super.close();
            closed.countDown();
        }
    }

    private static final class NoPost implements Post {

        @Override
        public void send(Addressee addressee, int number) {
            throw new AssertionError("a letter was sent");
        }

        @Override
        public void stopped(Addressee addressee) {
            throw new AssertionError("nothing is known of anybody");
        }
    }
}
