package org.consentledger.query.relay;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Reads how far events have gone out: the last thing that was committed to the topic of positions. */
final class RelayedPositions {

    /** Records to look at from the end. More are looked at if nothing among them was committed. */
    private static final long WINDOW = 256;

    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(500);

    private final Map<String, Object> settings;
    private final TopicPartition partition;
    private final JsonMapper json;

    RelayedPositions(Map<String, Object> settings, String topic, JsonMapper json) {
        this.settings = settings;
        this.partition = new TopicPartition(topic, 0);
        this.json = json;
    }

    /** Empty if nothing has gone out yet. Whoever may write must have been fenced before, so that nothing comes behind it. */
    Optional<Relayed> last() {
        try (var consumer = new KafkaConsumer<byte[], byte[]>(settings)) {
            consumer.assign(List.of(partition));
            long begin = offset(consumer.beginningOffsets(List.of(partition)));
            long end = offset(consumer.endOffsets(List.of(partition)));
            for (var window = WINDOW; ; window *= 2) {
                var from = Math.max(begin, end - window);
                var last = last(consumer, from, end);
                if (last != null || from == begin) {
                    return Optional.ofNullable(last);
                }
            }
        }
    }

    private long offset(Map<TopicPartition, Long> offsets) {
        return Objects.requireNonNull(offsets.get(partition));
    }

    private @Nullable Relayed last(Consumer<byte[], byte[]> consumer, long from, long end) {
        var deadline = System.nanoTime() + ANSWERED_WITHIN.toNanos();
        Relayed last = null;
        consumer.seek(partition, from);
        // beyond the records there are marks of transactions, which are passed and never given out
        while (consumer.position(partition) < end) {
            for (var row : consumer.poll(POLL)) {
                last = Relayed.read(row, json);
            }
            if (System.nanoTime() - deadline > 0) {
                throw new TimeoutException("the topic of positions is not read to its end in time");
            }
        }
        return last;
    }
}
