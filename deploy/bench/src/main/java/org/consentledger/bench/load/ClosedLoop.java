package org.consentledger.bench.load;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * As many requests as a server answers: each connection sends its next request when the last one is answered. Says how
 * much can be done, and nothing about latency, which depends on the number of connections.
 */
public final class ClosedLoop implements Connection.Listener {

    private static final long ANSWER_WITHIN_SECONDS = 60;
    private static final int WARM_UP_PARTS = 4;
    private static final int UNAVAILABLE = 503;

    private final Failures failures;
    private final RequestSource source;
    private final long nanos;
    private final boolean isWarmUp;
    private final CountDownLatch idle;
    private long begin;
    private long answers;

    private ClosedLoop(Failures failures, RequestSource source, Duration duration, int connections, boolean isWarmUp) {
        this.failures = failures;
        this.source = source;
        this.nanos = duration.toNanos();
        this.isWarmUp = isWarmUp;
        this.idle = new CountDownLatch(connections);
    }

    /**
     * Answers per second. Only the expected ones count; others are remembered as {@link Wire#failures}.
     *
     * @throws LoadFailedException if those are too many
     */
    public static double run(Wire wire, int port, int connections, Duration duration, RequestSource source)
            throws InterruptedException {
        return run(wire, port, connections, new ClosedLoop(wire.failures(), source, duration, connections, false));
    }

    /**
     * Load on a server that has just started, on few connections and then on all. That it says 503 meanwhile, as it may
     * when all its code is still to be compiled, is not counted against it.
     *
     * @return answers per second on all connections
     * @throws LoadFailedException if too many others are answered
     */
    public static double warmUp(Wire wire, int port, int connections, Duration duration, RequestSource source)
            throws InterruptedException {
        var few = Math.ceilDiv(connections, WARM_UP_PARTS * WARM_UP_PARTS);
        var first = duration.dividedBy(WARM_UP_PARTS);
        run(wire, port, few, new ClosedLoop(wire.failures(), source, first, few, true));
        return run(
                wire,
                port,
                connections,
                new ClosedLoop(wire.failures(), source, duration.minus(first), connections, true));
    }

    private static double run(Wire wire, int port, int connections, ClosedLoop loop) throws InterruptedException {
        var open = IntStream.range(0, connections)
                .mapToObj(i -> wire.connect(port))
                .toList();
        try {
            wire.run(() -> loop.begin(open));
            if (!loop.idle.await(
                    TimeUnit.NANOSECONDS.toSeconds(loop.nanos) + ANSWER_WITHIN_SECONDS, TimeUnit.SECONDS)) {
                throw new LoadFailedException("no answer within " + ANSWER_WITHIN_SECONDS + " s");
            }
        } finally {
            open.forEach(Connection::close);
        }
        wire.failures().requireFew();
        return loop.answers / (loop.nanos / 1e9);
    }

    private void begin(List<Connection> open) {
        begin = System.nanoTime();
        open.forEach(connection -> connection.send(source.next(), this));
    }

    /** Answers that come after the end are awaited but do not count. */
    @Override
    public void answered(Connection connection, long answeredAt) {
        if (answeredAt - begin <= nanos) {
            answers++;
        }
        next(connection, answeredAt);
    }

    @Override
    public void failed(Connection connection, int status, String reason) {
        if (!isWarmUp || status != UNAVAILABLE) {
            failures.add(reason);
        }
        next(connection, System.nanoTime());
    }

    private void next(Connection connection, long now) {
        if (now - begin > nanos || failures.tooMany()) {
            idle.countDown();
        } else {
            connection.send(source.next(), this);
        }
    }
}
