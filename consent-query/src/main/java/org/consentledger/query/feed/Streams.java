package org.consentledger.query.feed;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import org.consentledger.http.problem.Problem;
import org.consentledger.http.problem.ProblemCode;
import org.consentledger.http.problem.ProblemException;
import org.consentledger.query.QueryProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * How many streams of events are open: those that follow the ledger have places of their own, so that they don't keep
 * out exports, nor exports them. Ends them all before the web server begins to wait for its
 * requests to end.
 */
@Component
final class Streams implements SmartLifecycle {

    private static final long RETRY_AFTER_SECONDS = 10;

    enum Kind {
        EXPORT,
        LIVE
    }

    private final Map<Kind, Semaphore> free;
    private volatile boolean running;

    Streams(QueryProperties properties) {
        this.free = Map.of(
                Kind.EXPORT, new Semaphore(properties.exportsMax()),
                Kind.LIVE, new Semaphore(properties.streamsMax()));
    }

    /**
     * Takes the place of one stream, until it is closed.
     *
     * @throws ProblemException if none is free: 503, to be tried again
     */
    Place take(Kind kind) {
        var places = Objects.requireNonNull(free.get(kind));
        if (!places.tryAcquire()) {
            throw new ProblemException(Problem.of(ProblemCode.UNAVAILABLE, "too many event streams are open")
                    .retryAfter(RETRY_AFTER_SECONDS));
        }
        return places::release;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    /** Whether a stream may go on. */
    @Override
    public boolean isRunning() {
        return running;
    }

    /**
     * What must hold after each batch. An export throws {@link IllegalStateException} when the service stops, as it must not look
     * whole when it is not; one that follows the ledger is never whole, and just ends.
     */
    Runnable requirementOf(Kind kind) {
        return kind == Kind.LIVE ? () -> {} : this::requireRunning;
    }

    private void requireRunning() {
        if (!running) {
            throw new IllegalStateException("the service stops");
        }
    }

    @FunctionalInterface
    interface Place extends AutoCloseable {
        @Override
        void close();
    }
}
