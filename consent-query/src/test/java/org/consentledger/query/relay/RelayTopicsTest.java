package org.consentledger.query.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** What is thought of topics that were there before the relay. */
class RelayTopicsTest {

    private static final String TOPIC = "consent-ledger";
    private static final TopicPartition PARTITION = new TopicPartition(TOPIC, 0);

    @Test
    void aTopicThatMayLoseThePositionIsRefused() {
        assertThatCode(() -> RelayTopics.requireCompacted("positions", topic("compact", "604800000", "-1")))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> RelayTopics.requireCompacted("positions", topic("delete", "604800000", "-1")))
                .isInstanceOf(RelayException.class)
                .hasMessageContaining("cleanup.policy=compact");
        assertThatThrownBy(() -> RelayTopics.requireCompacted("positions", topic("compact,delete", "604800000", "-1")))
                .isInstanceOf(RelayException.class);
    }

    @Test
    void onlyATopicThatNeitherEndsNorCompactsKeepsAll() {
        assertThat(RelayTopics.keepsAll(topic("delete", "-1", "-1"))).isTrue();
        assertThat(RelayTopics.keepsAll(topic("delete", "604800000", "-1"))).isFalse();
        assertThat(RelayTopics.keepsAll(topic("delete", "-1", "1000"))).isFalse();
        assertThat(RelayTopics.keepsAll(topic("compact", "-1", "-1"))).isFalse();
    }

    @Test
    void withoutAPositionATopicWithEventsIsRefused() {
        try (var consumer = consumer(0, 1)) {
            consumer.schedulePollTask(
                    () -> consumer.addRecord(new ConsumerRecord<>(TOPIC, 0, 0, new byte[0], new byte[0])));
            refuses(consumer);
        }
    }

    @Test
    void withoutAPositionATopicWhoseEventsAreGoneIsRefused() {
        try (var consumer = consumer(7, 7)) {
            refuses(consumer);
        }
    }

    @Test
    void whatWasNeverCommittedIsNotInTheWay() {
        try (var consumer = consumer(0, 5)) {
            consumer.schedulePollTask(() -> consumer.seek(PARTITION, 5));
            assertThatCode(() -> UnusedTopic.require(consumer, TOPIC)).doesNotThrowAnyException();
        }
        try (var consumer = consumer(0, 0)) {
            assertThatCode(() -> UnusedTopic.require(consumer, TOPIC)).doesNotThrowAnyException();
        }
    }

    private static void refuses(MockConsumer<byte[], byte[]> consumer) {
        assertThatThrownBy(() -> UnusedTopic.require(consumer, TOPIC))
                .isInstanceOf(RelayException.class)
                .hasMessageContaining("would go out again");
    }

    private static MockConsumer<byte[], byte[]> consumer(long begin, long end) {
        var consumer = new MockConsumer<byte[], byte[]>("none");
        consumer.updatePartitions(TOPIC, List.of(new PartitionInfo(TOPIC, 0, Node.noNode(), new Node[0], new Node[0])));
        consumer.updateBeginningOffsets(Map.of(PARTITION, begin));
        consumer.updateEndOffsets(Map.of(PARTITION, end));
        return consumer;
    }

    private static Config topic(String cleanup, String retentionMillis, String retentionBytes) {
        return new Config(List.of(
                new ConfigEntry("cleanup.policy", cleanup),
                new ConfigEntry("retention.ms", retentionMillis),
                new ConfigEntry("retention.bytes", retentionBytes)));
    }
}
