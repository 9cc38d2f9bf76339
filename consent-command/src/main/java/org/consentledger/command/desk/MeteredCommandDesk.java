package org.consentledger.command.desk;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import org.consentledger.transfer.TransferEvent;

/**
 * Counts what becomes of commands, and how long it takes. The outcomes:
 *
 * <ul>
 *   <li>{@code recorded}, {@code repeated}: news, and what the ledger already held
 *   <li>{@code refused}: a transfer must not happen; also when the question repeats a known one, because its caller is
 *       turned away just the same. Only what is recorded counts as a transfer, so a repeat is not counted there.
 *   <li>{@code replayed}: the first answer to a key again, whatever it was
 *   <li>{@code rejected}: the rules do not accept it, or its key belongs to another request
 *   <li>{@code busy}: others were faster every time; nothing was recorded
 *   <li>{@code failed}: everything else, a database that is away included
 * </ul>
 */
final class MeteredCommandDesk implements CommandDesk {

    /** Beyond it one bucket is enough: callers have given up. */
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final CommandDesk desk;
    private final LedgerPosition position;
    private final MeterRegistry meters;

    MeteredCommandDesk(CommandDesk desk, LedgerPosition position, MeterRegistry meters) {
        this.desk = desk;
        this.position = position;
        this.meters = meters;
    }

    @Override
    public Answer submit(Submission submission) {
        var started = Timer.start(meters);
        var outcome = "failed";
        try {
            var answer = desk.submit(submission);
            outcome = outcome(answer);
            position.seen(answer.position());
            countTransfers(answer);
            return answer;
        } catch (CommandRejectedException | IdempotencyKeyReusedException e) {
            outcome = "rejected";
            throw e;
        } catch (LedgerBusyException e) {
            outcome = "busy";
            throw e;
        } finally {
            TracedCommandDesk.tell(outcome);
            started.stop(Timer.builder("ledger.command.duration")
                    .description("Time from a command's arrival at the desk to its durable answer")
                    .tag("command", submission.command())
                    .tag("outcome", outcome)
                    .maximumExpectedValue(LONGEST)
                    .publishPercentileHistogram()
                    .register(meters));
            meters.counter("ledger.commands", "command", submission.command(), "outcome", outcome)
                    .increment();
        }
    }

    private static String outcome(Answer answer) {
        if (answer.replayed()) {
            return "replayed";
        }
        if (answer.refused()) {
            return "refused";
        }
        return answer.repeated() ? "repeated" : "recorded";
    }

    private void countTransfers(Answer answer) {
        if (answer.replayed()) {
            return;
        }
        answer.events().forEach(recorded -> {
            if (recorded.event() instanceof TransferEvent transfer) {
                var intent = transfer.intent().name();
                var decision = transfer.decision();
                meters.counter("ledger.transfers", "verdict", decision.verdict().name(), "intent", intent)
                        .increment();
                decision.reasons()
                        .forEach(reason -> meters.counter(
                                        "ledger.transfer.reasons", "reason", reason.name(), "intent", intent)
                                .increment());
            }
        });
    }
}
