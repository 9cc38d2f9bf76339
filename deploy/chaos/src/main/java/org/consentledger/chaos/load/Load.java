package org.consentledger.chaos.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.consentledger.chaos.call.Calls;
import org.consentledger.chaos.ground.Ground;
import org.consentledger.chaos.ground.Node;

/** All callers at once, from when it is made until it is stopped. */
public final class Load {

    private static final int CLIENTS = 8;
    private static final int READERS = 6;

    private final Book book = new Book();
    private final Map<Node, Tally> commandNodes = new LinkedHashMap<>();
    private final Map<Node, Tally> queryNodes = new LinkedHashMap<>();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean isOn = true;

    /**
     * Begins to send.
     *
     * @param seed of what is sent; what is answered depends on more than that
     */
    public Load(Ground ground, Calls calls, long seed) {
        var random = new Random(seed);
        var numbers = new AtomicLong();
        ground.commandNodes().forEach(node -> commandNodes.put(node, new Tally()));
        ground.queryNodes().forEach(node -> queryNodes.put(node, new Tally()));
        for (var i = 0; i < CLIENTS; i++) {
            var orders = new Orders(Long.toString(seed), numbers, new Random(random.nextLong()));
            begin(new Client(calls, commandNodes, orders, book, new Random(random.nextLong()))::work);
        }
        for (var i = 0; i < READERS; i++) {
            var node = ground.queryNodes().get(i % queryNodes.size());
            begin(new Reader(calls, node, book::lastPosition, book, new Random(random.nextLong()), tally(node))::work);
        }
    }

    private void begin(Consumer<BooleanSupplier> work) {
        threads.add(Thread.ofVirtual().start(() -> work.accept(() -> isOn)));
    }

    /** What callers met at a node. */
    public Tally tally(Node node) {
        return Objects.requireNonNull(commandNodes.getOrDefault(node, queryNodes.get(node)));
    }

    public Book book() {
        return book;
    }

    /** Sends no new commands, and returns when each is settled, or when the time is over; what then is open stays so. */
    public void stop(Duration within) throws InterruptedException {
        isOn = false;
        var deadline = System.nanoTime() + within.toNanos();
        for (var thread : threads) {
            var left = Duration.ofNanos(Math.max(1, deadline - System.nanoTime()));
            if (!thread.join(left)) {
                thread.interrupt();
                thread.join();
            }
        }
    }
}
