package org.consentledger.bench.load;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * Requests at a given rate, whether or not the server keeps up, at random moments as independent callers send them.
 * Latency counts from the moment a request was to be sent: one that has to wait for others has waited, and a server that
 * stalls cannot keep the load generator from noticing.
 */
public final class OpenLoop implements Connection.Listener {

    /** Far more than are ever busy at a rate that the server can take. */
    private static final int CONNECTIONS = 128;

    private static final long ANSWER_WITHIN_SECONDS = 60;
    private static final long SEED = 20161001;

    private final Failures failures;
    private final RequestSource source;
    private final Deque<Connection> free;
    private final Deque<Long> waiting = new ArrayDeque<>();
    private final Map<Connection, Long> intended = new HashMap<>();
    private final Latencies latencies = new Latencies();
    private final CountDownLatch done;

    private OpenLoop(Failures failures, RequestSource source, List<Connection> open, int requests) {
        this.failures = failures;
        this.source = source;
        this.free = new ArrayDeque<>(open);
        this.done = new CountDownLatch(requests);
    }

    /**
     * How long the expected answers took; others are remembered as {@link Wire#failures}.
     *
     * @throws LoadFailedException if those are too many
     */
    public static Latencies run(Wire wire, int port, double perSecond, Duration duration, RequestSource source)
            throws InterruptedException {
        var requests = Math.toIntExact(Math.round(perSecond * duration.toNanos() / 1e9));
        var open = IntStream.range(0, CONNECTIONS)
                .mapToObj(i -> wire.connect(port))
                .toList();
        var loop = new OpenLoop(wire.failures(), source, open, requests);
        try {
            var begin = System.nanoTime();
            loop.pace(wire, perSecond, requests, begin);
            if (!loop.done.await(ANSWER_WITHIN_SECONDS, TimeUnit.SECONDS)) {
                throw new LoadFailedException(loop.done.getCount() + " requests were never answered");
            }
            wire.failures().requireFew();
            return loop.latencies;
        } finally {
            open.forEach(Connection::close);
        }
    }

    private void pace(Wire wire, double perSecond, int requests, long begin) {
        var random = new SplittableRandom(SEED);
        var at = (double) begin;
        for (var i = 0; i < requests; i++) {
            at += -Math.log(1 - random.nextDouble()) / perSecond * 1e9;
            var due = (long) at;
            for (var left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            wire.run(() -> start(due));
        }
    }

    private void start(long due) {
        var connection = free.poll();
        if (connection == null) {
            waiting.add(due);
        } else {
            send(connection, due);
        }
    }

    private void send(Connection connection, long due) {
        intended.put(connection, due);
        connection.send(source.next(), this);
    }

    @Override
    public void answered(Connection connection, long answeredAt) {
        latencies.add(answeredAt - Objects.requireNonNull(intended.get(connection)));
        done.countDown();
        next(connection);
    }

    @Override
    public void failed(Connection connection, int status, String reason) {
        failures.add(reason);
        done.countDown();
        next(connection);
    }

    private void next(Connection connection) {
        var due = waiting.poll();
        if (due == null) {
            free.add(connection);
        } else {
            send(connection, due);
        }
    }
}
