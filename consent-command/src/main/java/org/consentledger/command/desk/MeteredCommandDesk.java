package org.consentledger.command.desk;

import io.micrometer.core.instrument.Timer;
import org.consentledger.command.desk.CommandMeters.Outcome;
import org.consentledger.ledger.reading.RecordedEvent;

/** Counts what becomes of commands and what they record. What is answered a second time counts as a command alone. */
final class MeteredCommandDesk implements CommandDesk {

    private final CommandDesk desk;
    private final LedgerPosition position;
    private final CommandMeters commands;
    private final RecordedMeters recorded;

    MeteredCommandDesk(CommandDesk desk, LedgerPosition position, CommandMeters commands, RecordedMeters recorded) {
        this.desk = desk;
        this.position = position;
        this.commands = commands;
        this.recorded = recorded;
    }

    @Override
    public Answer submit(Submission submission) {
        var started = Timer.start();
        var outcome = Outcome.FAILED;
        try {
            var answer = desk.submit(submission);
            outcome = outcome(answer);
            position.seen(answer.position());
            if (!answer.replayed()) {
                answer.events().stream().map(RecordedEvent::event).forEach(recorded::count);
            }
            return answer;
        } catch (CommandRejectedException | IdempotencyKeyReusedException e) {
            outcome = Outcome.REJECTED;
            throw e;
        } catch (LedgerBusyException e) {
            outcome = Outcome.BUSY;
            throw e;
        } finally {
            TracedCommandDesk.tell(outcome.label());
            commands.count(submission.command(), outcome, started);
        }
    }

    private static Outcome outcome(Answer answer) {
        if (answer.replayed()) {
            return Outcome.REPLAYED;
        }
        if (answer.refused()) {
            return Outcome.REFUSED;
        }
        return answer.repeated() ? Outcome.REPEATED : Outcome.RECORDED;
    }
}
