package org.consentledger.mailing;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the ledger's topic from its beginning, and then each event as it comes. It keeps nothing: what it knows it learns anew at each
 * start. Whoever keeps what they make of the events keeps their offsets beside it.
 */
public final class ConsentFollower implements AutoCloseable {

    private static final Duration POLL = Duration.ofSeconds(1);

    /** How often brokers are asked for a sign of life: to wait for records does not fail where there are none. */
    private static final Duration ASK_EVERY = Duration.ofSeconds(1);

    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(5);

    private final String topic;
    private final String purpose;
    private final Sayings sayings;
    private final Consumer<byte[], byte[]> consumer;
    private final CountDownLatch caughtUp = new CountDownLatch(1);
    private final Thread thread;
    private volatile boolean isFollowing = true;

    /**
     * Begins to follow.
     *
     * @param client properties of Kafka's client: where brokers are, and how to sign in
     * @param purpose whose consents are followed
     */
    ConsentFollower(Map<String, Object> client, String topic, String purpose, Sayings sayings) {
        this(consumer(client), topic, purpose, sayings);
    }

    /** @param consumer that is closed with this */
    ConsentFollower(Consumer<byte[], byte[]> consumer, String topic, String purpose, Sayings sayings) {
        this.topic = topic;
        this.purpose = purpose;
        this.sayings = sayings;
        this.consumer = consumer;
        this.thread = Thread.ofVirtual().name("consent-follower").start(this::follow);
    }

    private static Consumer<byte[], byte[]> consumer(Map<String, Object> client) {
        var settings = new HashMap<>(client);
        // else one would read what a killed relay sent and never committed, and read it again when it is
        settings.put("isolation.level", "read_committed");
        settings.put("auto.offset.reset", "earliest");
        settings.put("enable.auto.commit", "false");
        // else a topic that is not there yet would be made, with the brokers' defaults instead of the ledger's
        settings.put("allow.auto.create.topics", "false");
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private void follow() {
        try (consumer) {
            listen();
        } catch (WakeupException e) {
            // it was closed
        }
    }

    private void listen() {
        try {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var askAt = System.nanoTime() + ASK_EVERY.toNanos();
            while (true) {
                for (var row : consumer.poll(POLL)) {
                    Saying.in(JsonMapper.shared().readTree(row.value()), purpose)
                            .ifPresent(sayings::heard);
                }
                if (caughtUp.getCount() > 0 && isBeyond(partitions, ends)) {
                    caughtUp.countDown();
                }
                if (System.nanoTime() - askAt >= 0) {
                    // fails if a partition's broker does not answer, and following ends
                    var _ = consumer.endOffsets(partitions, ANSWERED_WITHIN);
                    askAt = System.nanoTime() + ASK_EVERY.toNanos();
                }
            }
        } finally {
            // before the consumer is closed, which takes its time without a broker
            isFollowing = false;
            caughtUp.countDown();
        }
    }

    private boolean isBeyond(List<TopicPartition> partitions, Map<TopicPartition, Long> ends) {
        return partitions.stream()
                .allMatch(partition -> consumer.position(partition) >= ends.getOrDefault(partition, 0L));
    }

    /** Waits until all is read that was there at the start, or it does not follow any more. */
    void awaitCaughtUp() throws InterruptedException {
        caughtUp.await();
    }

    /**
     * Whether brokers answered within the last seconds. Who does not hear of revocations must not write to anybody. That nothing
     * reaches the topic any more cannot be seen here.
     */
    boolean isFollowing() {
        return isFollowing;
    }

    @Override
    public void close() {
        consumer.wakeup();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
