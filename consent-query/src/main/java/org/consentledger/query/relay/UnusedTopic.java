package org.consentledger.query.relay;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/** Of a topic to which nothing is known to have gone out: that it is so. Else everything would go out a second time. */
final class UnusedTopic {

    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(500);

    private UnusedTopic() {}

    /**
     * Looks for a record that was committed. What a relay sent that was killed before its first commit does not count, though
     * it takes up offsets.
     *
     * @param consumer that sees what is committed and nothing else
     * @throws RelayException if there is a record, or there were some that are gone
     */
    static void require(Consumer<byte[], byte[]> consumer, String topic) {
        var partitions = consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        var begins = consumer.beginningOffsets(partitions);
        var ends = consumer.endOffsets(partitions);
        if (begins.values().stream().anyMatch(begin -> begin > 0) || hasRecord(consumer, partitions, ends)) {
            throw new RelayException(
                    "topic " + topic
                            + " has events, and how far they went is lost: all of them would go out again. Relay to a new topic");
        }
    }

    private static boolean hasRecord(
            Consumer<byte[], byte[]> consumer, List<TopicPartition> partitions, Map<TopicPartition, Long> ends) {
        var deadline = System.nanoTime() + ANSWERED_WITHIN.toNanos();
        // beyond the records there are marks of transactions, which are passed and never given out
        while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.getOrDefault(one, 0L))) {
            if (!consumer.poll(POLL).isEmpty()) {
                return true;
            }
            if (System.nanoTime() - deadline > 0) {
                throw new TimeoutException("the topic of events is not read to its end in time");
            }
        }
        return false;
    }
}
