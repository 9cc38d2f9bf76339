package org.consentledger.chaos.relay;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The topic that events go out to, as consumers see it. */
final class Topic {

    static final String NAME = "consent-ledger";

    /** One that sees what is committed and nothing else. */
    static final String READ_COMMITTED = "read_committed";

    /** One that sees also what was sent and taken back. */
    static final String READ_UNCOMMITTED = "read_uncommitted";

    private static final Duration POLL = Duration.ofMillis(500);

    private final String bootstrap;

    Topic(String bootstrap) {
        this.bootstrap = bootstrap;
    }

    /** Properties of a client. */
    Map<String, Object> client() {
        return Map.of("bootstrap.servers", bootstrap);
    }

    Consumer<byte[], byte[]> consumer(String isolation) {
        return new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrap,
                        "isolation.level",
                        isolation,
                        "auto.offset.reset",
                        "earliest",
                        "enable.auto.commit",
                        false),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    /** Everything from the beginning to where it ends now, partition by partition in order. */
    List<Received> all(String isolation) {
        var received = new ArrayList<Received>();
        try (var consumer = consumer(isolation)) {
            var partitions = assign(consumer);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream()
                    .anyMatch(
                            partition -> consumer.position(partition) < Objects.requireNonNull(ends.get(partition)))) {
                consumer.poll(POLL).forEach(row -> received.add(Received.of(row)));
            }
        }
        return received;
    }

    /** All partitions, from their beginning. */
    static List<TopicPartition> assign(Consumer<?, ?> consumer) {
        var partitions = consumer.partitionsFor(NAME).stream()
                .map(partition -> new TopicPartition(NAME, partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return partitions;
    }
}
