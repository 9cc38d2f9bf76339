package org.consentledger.ledger.store;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;

/**
 * The part of a command's trace in which its events wait for a commit and are committed. It begins and ends on the command's own
 * thread; from whoever's thread the commit is made on, it is told when that begins.
 */
final class AppendSpan implements AutoCloseable {

    private static final AttributeKey<Long> TOGETHER = AttributeKey.longKey("ledger.append.batch_size");
    private static final AttributeKey<String> OUTCOME = AttributeKey.stringKey("ledger.append.outcome");
    private static final AttributeKey<Long> POSITION = AttributeKey.longKey("ledger.position");

    private final Span span;

    private AppendSpan(Span span) {
        this.span = span;
    }

    /** Within the span at work on this thread. */
    static AppendSpan start(Tracer tracer) {
        return new AppendSpan(tracer.spanBuilder("append").startSpan());
    }

    /** The wait is over. */
    void begins(int appendsTogether) {
        if (span.isRecording()) {
            span.setAttribute(TOGETHER, (long) appendsTogether);
            span.addEvent("commit");
        }
    }

    AppendOutcome ended(AppendOutcome outcome) {
        if (span.isRecording()) {
            span.setAttribute(OUTCOME, outcome.getClass().getSimpleName());
            if (outcome instanceof AppendOutcome.Recorded recorded) {
                span.setAttribute(POSITION, recorded.firstPosition());
            }
        }
        return outcome;
    }

    @Override
    public void close() {
        span.end();
    }
}
