package org.consentledger.query.projection;

import io.opentelemetry.api.trace.Tracer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.consentledger.ledger.reading.LedgerReader;
import org.consentledger.query.share.Work;

/**
 * Keeps one projection's tables up to date with a pooled streaming processor. The processor is made here and not by
 * Axon's configuration, where a name misspelt silently gives a processor of another kind that logs failures and goes on.
 *
 * <p>One segment: then the position of a projection is a single number, which callers wait for and answers state. As
 * rows are written a batch at a time, one segment keeps up with the ledger's one writer.
 */
final class LiveProjection implements Work {

    private static final int BATCH_EVENTS = 500;

    /** How soon work is taken up that failed here or was given up by another node. */
    private static final long CLAIM_INTERVAL_MILLIS = 500;

    /** How often a claim is confirmed while there is nothing to do. */
    private static final long CLAIM_EXTENSION_MILLIS = 1_000;

    private static final int SEGMENT = 0;

    private static final Duration STOP_WITHIN = Duration.ofSeconds(5);

    private final Projection projection;
    private final Progress progress = new Progress();
    private final ScheduledExecutorService coordinator;
    private final ScheduledExecutorService worker;
    private final PooledStreamingEventProcessor processor;

    LiveProjection(
            Projection projection,
            LedgerReader ledger,
            LedgerHead head,
            TokenStore tokens,
            TransactionManager transactions,
            Tracer tracer) {
        this.projection = projection;
        this.coordinator = new PromptExecutor("projection-coordinator-" + projection.name());
        this.worker = oneThread("projection-" + projection.name());
        this.processor = PooledStreamingEventProcessor.builder()
                .name(projection.name())
                .eventHandlerInvoker(new BatchInvoker(projection, progress, new BatchSpans(tracer, projection.name())))
                .errorHandler(PropagatingErrorHandler.instance())
                .messageSource(new LedgerSource(ledger, head, progress))
                .tokenStore(tokens)
                .transactionManager(transactions)
                .initialSegmentCount(1)
                .initialToken(StreamableMessageSource::createTailToken)
                .tokenClaimInterval(CLAIM_INTERVAL_MILLIS)
                .claimExtensionThreshold(CLAIM_EXTENSION_MILLIS)
                .batchSize(BATCH_EVENTS)
                .coordinatorExecutor(coordinator)
                .workerExecutor(worker)
                .build();
    }

    private static ScheduledExecutorService oneThread(String name) {
        return Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name(name).daemon().factory());
    }

    @Override
    public String name() {
        return projection.name();
    }

    /** At an event of a form that this release does not know. Having met one it leaves the next to a newer release too. */
    @Override
    public boolean isStuck() {
        return progress.metUnknownForm();
    }

    /** The batch at work is finished before. What failed here is another node's affair from then on. */
    @Override
    public void giveUp() {
        progress.givenUp();
        processor.releaseSegment(SEGMENT);
    }

    Projection projection() {
        return projection;
    }

    Progress progress() {
        return progress;
    }

    /**
     * Why the projection does not advance; empty while it does, or has nothing to do.
     *
     * @param position how far it has come: another process may have got past what failed in this one
     * @param isMine whether it is for this node to keep up to date; a processor that has nothing to do takes no note of it when
     *     an error is over
     */
    Optional<String> trouble(long position, boolean isMine) {
        if (!processor.isRunning()) {
            return Optional.of("NotRunning");
        }
        return progress.failure()
                .filter(failure -> position < failure.position())
                .map(Progress.Failure::kind)
                .or(() -> isMine && processor.isError() ? Optional.of("LedgerNotReadable") : Optional.empty());
    }

    /** The event that the projection does not get past, if it is one event's fault. */
    Optional<Long> troubledAt(long position) {
        return progress.failure().map(Progress.Failure::position).filter(failed -> position < failed);
    }

    void start() {
        processor.start();
    }

    /** Gives its claim back, if the database is there to take it; otherwise the claim runs out. */
    void stop() {
        processor
                .shutdownAsync()
                .completeOnTimeout(null, STOP_WITHIN.toMillis(), TimeUnit.MILLISECONDS)
                .join();
        coordinator.shutdownNow();
        worker.shutdownNow();
    }
}
