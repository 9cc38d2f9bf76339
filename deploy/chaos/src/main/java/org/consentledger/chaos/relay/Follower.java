package org.consentledger.chaos.relay;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.errors.WakeupException;

/** A consumer that is there all the while and keeps everything it gets, through whatever happens to the broker. */
final class Follower implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);

    private final Consumer<byte[], byte[]> consumer;
    private final Queue<Received> received = new ConcurrentLinkedQueue<>();
    private final AtomicLong highest = new AtomicLong(-1);
    private final AtomicLong count = new AtomicLong();
    private final Thread thread;

    Follower(Topic topic) {
        this.consumer = topic.consumer(Topic.READ_COMMITTED);
        Topic.assign(consumer);
        this.thread = Thread.ofVirtual().name("follower").start(this::follow);
    }

    private void follow() {
        try (consumer) {
            while (true) {
                consumer.poll(POLL).forEach(row -> {
                    var one = Received.of(row);
                    received.add(one);
                    count.incrementAndGet();
                    highest.accumulateAndGet(one.position(), Math::max);
                });
            }
        } catch (WakeupException e) {
            // it was closed
        }
    }

    /** The highest position so far; -1 for none. */
    long highest() {
        return highest.get();
    }

    /** How many it has got. The highest may be there before lower ones, which come on other partitions. */
    long count() {
        return count.get();
    }

    /** In the order in which it came. */
    List<Received> received() {
        return List.copyOf(received);
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
