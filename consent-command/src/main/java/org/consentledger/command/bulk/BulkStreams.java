package org.consentledger.command.bulk;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.Semaphore;
import org.consentledger.http.problem.Problem;
import org.consentledger.http.problem.ProblemCode;
import org.consentledger.http.problem.ProblemException;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** How many streams of commands are open. When the service stops they take no more lines, before the web server begins to wait for them. */
@Component
final class BulkStreams implements SmartLifecycle {

    private static final long RETRY_AFTER_SECONDS = 10;

    private final Semaphore free;
    private volatile boolean running;

    BulkStreams(BulkProperties properties, MeterRegistry meters) {
        this.free = new Semaphore(properties.bulkStreamsMax());
        Gauge.builder("ledger.bulk.streams", free, places -> properties.bulkStreamsMax() - places.availablePermits())
                .description("Streams of commands that are open on this node")
                .register(meters);
    }

    /**
     * Takes the place of one stream, until it is closed.
     *
     * @throws ProblemException if none is free: 503, to be tried again
     */
    Place take() {
        if (!free.tryAcquire()) {
            throw new ProblemException(Problem.of(ProblemCode.UNAVAILABLE, "too many streams of commands are open")
                    .retryAfter(RETRY_AFTER_SECONDS));
        }
        return free::release;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    /** Whether lines may be taken. */
    @Override
    public boolean isRunning() {
        return running;
    }

    @FunctionalInterface
    interface Place extends AutoCloseable {
        @Override
        void close();
    }
}
