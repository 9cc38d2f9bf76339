package org.consentledger.query.projection;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.MetaData;
import org.consentledger.ledger.reading.EventFilter;
import org.consentledger.ledger.reading.LedgerReader;
import org.consentledger.ledger.reading.RecordedEvent;
import org.consentledger.ledger.reading.UnreadableEventException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One processor's way through the ledger. The payload of a message is the {@link RecordedEvent}, so that a rebuild,
 * which has no messages, sees the same. Used by one thread, as Axon promises; only the callback comes from elsewhere.
 */
final class LedgerStream implements BlockingStream<TrackedEventMessage<?>> {

    private static final Logger LOG = LoggerFactory.getLogger(LedgerStream.class);

    private static final int PAGE_EVENTS = 500;

    /** How soon to look again whether an unreadable event was healed. */
    private static final long RETRY_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final LedgerReader ledger;
    private final LedgerHead head;
    private final Progress progress;
    private final Queue<RecordedEvent> page = new ArrayDeque<>();
    private volatile long position;
    private long retryAt = System.nanoTime();
    private LedgerHead.@Nullable Subscription subscription;

    LedgerStream(LedgerReader ledger, LedgerHead head, Progress progress, long position) {
        this.ledger = ledger;
        this.head = head;
        this.progress = progress;
        this.position = position;
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
        return hasNextAvailable() ? Optional.of(message(page.element())) : Optional.empty();
    }

    @Override
    public boolean hasNextAvailable() {
        if (page.isEmpty() && head.position() > position) {
            page.addAll(nextPage());
        }
        return !page.isEmpty();
    }

    /**
     * An event that cannot be read ends the stream for a while. If this threw, Axon would drop what it has taken from the
     * stream and not yet handed on, and the events before the unreadable one would never be projected.
     */
    private List<RecordedEvent> nextPage() {
        if (System.nanoTime() - retryAt < 0) {
            return List.of();
        }
        try {
            return ReadableEvents.read(ledger, size -> EventFilter.everything(position, size), PAGE_EVENTS)
                    .events();
        } catch (UnreadableEventException e) {
            if (progress.failed(e, e.position())) {
                LOG.error("a projection stands still: {}", LoggedCause.of(e));
            }
            retryAt = System.nanoTime() + RETRY_NANOS;
            return List.of();
        }
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        return hasNextAvailable()
                || (timeout > 0
                        && head.awaitBeyond(position, Duration.of(timeout, unit.toChronoUnit()))
                        && hasNextAvailable());
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
        while (!hasNextAvailable(1, TimeUnit.SECONDS)) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
        var next = page.remove();
        position = next.position();
        return message(next);
    }

    /** Without it a processor would look for events twice a second. Called again until the events are fetched. */
    @Override
    public boolean setOnAvailableCallback(Runnable callback) {
        close();
        subscription = head.subscribe(() -> {
            if (head.position() > position) {
                callback.run();
            }
        });
        return true;
    }

    @Override
    public void close() {
        if (subscription != null) {
            subscription.close();
            subscription = null;
        }
    }

    private static TrackedEventMessage<RecordedEvent> message(RecordedEvent event) {
        return new GenericTrackedEventMessage<>(
                new GlobalSequenceTrackingToken(event.position()),
                new GenericEventMessage<>(event.id(), event, MetaData.emptyInstance(), event.recordedAt()));
    }
}
