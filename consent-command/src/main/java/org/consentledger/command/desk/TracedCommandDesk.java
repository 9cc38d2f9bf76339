package org.consentledger.command.desk;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;

/** Measures each command, with all attempts at it, within the trace of who asked. Its events are of that trace. */
final class TracedCommandDesk implements CommandDesk {

    private static final AttributeKey<String> COMMAND = AttributeKey.stringKey("ledger.command");
    private static final AttributeKey<String> OUTCOME = AttributeKey.stringKey("ledger.outcome");
    private static final AttributeKey<Long> POSITION = AttributeKey.longKey("ledger.position");
    private static final AttributeKey<Long> EVENTS = AttributeKey.longKey("ledger.events");

    private final CommandDesk desk;
    private final Tracer tracer;

    TracedCommandDesk(CommandDesk desk, Tracer tracer) {
        this.desk = desk;
        this.tracer = tracer;
    }

    @Override
    public Answer submit(Submission submission) {
        var span = tracer.spanBuilder(submission.command()).startSpan();
        try (var _ = span.makeCurrent()) {
            span.setAttribute(COMMAND, submission.command());
            var answer = desk.submit(submission);
            span.setAttribute(POSITION, answer.position());
            span.setAttribute(EVENTS, (long) answer.events().size());
            return answer;
        } finally {
            span.end();
        }
    }

    /** Tells the command at work on this thread what became of it, in the words of the metrics. */
    static void tell(String outcome) {
        Span.current().setAttribute(OUTCOME, outcome);
    }
}
