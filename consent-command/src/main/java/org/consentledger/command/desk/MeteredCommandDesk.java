package org.consentledger.command.desk;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.consentledger.transfer.TransferEvent;

/** Counts what becomes of commands. */
final class MeteredCommandDesk implements CommandDesk {

    private final CommandDesk desk;
    private final MeterRegistry meters;

    MeteredCommandDesk(CommandDesk desk, MeterRegistry meters) {
        this.desk = desk;
        this.meters = meters;
    }

    @Override
    public Answer submit(Submission submission) {
        var started = Timer.start(meters);
        var outcome = "failed";
        try {
            var answer = desk.submit(submission);
            outcome = outcome(answer);
            countTransfers(answer);
            return answer;
        } catch (CommandRejectedException | IdempotencyKeyReusedException e) {
            outcome = "rejected";
            throw e;
        } finally {
            started.stop(Timer.builder("ledger.command.duration")
                    .description("Time from a command's arrival at the desk to its durable answer")
                    .tag("command", submission.command())
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
        if (answer.repeated()) {
            return "repeated";
        }
        return answer.refused() ? "refused" : "recorded";
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
