package org.consentledger.query.projection;

import io.opentelemetry.api.trace.StatusCode;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.consentledger.ledger.reading.RecordedEvent;

/**
 * Hands a projection the events of a whole unit of work at once, just before it commits: after Axon has stored the
 * token on the same connection, so rows and token become visible together or not at all.
 */
final class BatchInvoker implements EventHandlerInvoker {

    private static final String BATCH = "batch";

    private final Projection projection;
    private final Progress progress;
    private final BatchSpans spans;

    BatchInvoker(Projection projection, Progress progress, BatchSpans spans) {
        this.spans = spans;
        this.projection = projection;
        this.progress = progress;
    }

    /** Every event: the token of a skipped one would not advance, and a reader would wait for its position in vain. */
    @Override
    public boolean canHandle(EventMessage<?> message, Segment segment) {
        return true;
    }

    @Override
    public void handle(EventMessage<?> message, Segment segment) {
        batch(CurrentUnitOfWork.get()).add((RecordedEvent) message.getPayload());
    }

    /** A rebuild here does not reset the processor; see {@link Rebuild}. */
    @Override
    public boolean supportsReset() {
        return false;
    }

    private List<RecordedEvent> batch(UnitOfWork<?> unit) {
        return unit.getOrComputeResource(BATCH, key -> {
            var events = new ArrayList<RecordedEvent>();
            unit.onPrepareCommit(u -> project(events, u));
            unit.afterCommit(u -> progress.committed(events.getLast().position()));
            unit.onRollback(u -> progress.failed(
                    u.getExecutionResult().getExceptionResult(),
                    events.getFirst().position()));
            return events;
        });
    }

    private void project(List<RecordedEvent> events, UnitOfWork<?> unit) {
        spans.begin(events).ifPresent(span -> {
            unit.onRollback(u -> span.setStatus(StatusCode.ERROR));
            unit.onCleanup(u -> span.end());
        });
        projection.project(events, ProjectionSchema.LIVE);
    }
}
