package org.consentledger.command.desk;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.consentledger.command.stream.Handled;
import org.consentledger.ledger.reading.LedgerReader;
import org.consentledger.ledger.reading.RecordedEvent;
import org.consentledger.ledger.store.CommandIdentity;
import org.consentledger.transfer.TransferDecision;
import org.consentledger.transfer.TransferEvent;
import org.consentledger.transfer.TransferRefused;
import org.jspecify.annotations.Nullable;

/** Hands commands to their streams, again when another was faster, and reads the answer from what was recorded. */
final class AxonCommandDesk implements CommandDesk {

    private final CommandGateway streams;
    private final LedgerReader ledger;
    private final Attempts attempts;

    AxonCommandDesk(CommandGateway streams, LedgerReader ledger, Attempts attempts) {
        this.streams = streams;
        this.ledger = ledger;
        this.attempts = attempts;
    }

    @Override
    public Answer submit(Submission submission) {
        var identity = new CommandIdentity(
                CommandId.of(submission.idempotencyKey()), submission.command(), submission.requestSha256());
        var isNamed = submission.idempotencyKey() != null;
        return attempts.until(() -> isNamed ? once(submission, identity) : decide(submission, identity));
    }

    /**
     * The first answer if there is one. It is looked for again when the command turns out to repeat what is known: the
     * same command may have been recorded meanwhile.
     */
    private Answer once(Submission submission, CommandIdentity identity) {
        return firstAnswer(identity).orElseGet(() -> {
            var answer = decide(submission, identity);
            return answer.repeated() ? firstAnswer(identity).orElse(answer) : answer;
        });
    }

    /** What the same command was answered before, by whatever node. */
    private Optional<Answer> firstAnswer(CommandIdentity identity) {
        return ledger.command(identity.commandId()).map(first -> {
            if (!first.requestSha256().equals(identity.requestSha256())) {
                throw new IdempotencyKeyReusedException();
            }
            return answer(identity.commandId(), first.events(), first.events(), true);
        });
    }

    private Answer decide(Submission submission, CommandIdentity identity) {
        var message = new GenericCommandMessage<>(submission.payload(), identity.toMetaData());
        Handled handled = streams.sendAndWait(message);
        return switch (handled) {
            case Handled.Rejected rejected -> throw new CommandRejectedException(rejected.rejection());
            case Handled.Accepted accepted -> answer(identity.commandId(), accepted);
        };
    }

    private Answer answer(UUID commandId, Handled.Accepted accepted) {
        var recorded = accepted.recordsSomething()
                ? ledger.command(commandId).orElseThrow().events()
                : List.<RecordedEvent>of();
        var saying = Stream.concat(accepted.known().stream(), recorded.stream()).toList();
        return answer(commandId, recorded, saying, false);
    }

    /** @param saying the events that say what the command says, whether recorded now or earlier */
    private static Answer answer(
            UUID commandId, List<RecordedEvent> recorded, List<RecordedEvent> saying, boolean replayed) {
        var position = saying.stream().mapToLong(RecordedEvent::position).max().orElse(-1);
        var isRefused = saying.stream().anyMatch(e -> e.event() instanceof TransferRefused);
        return new Answer(commandId, position, recorded, replayed, decision(saying), isRefused);
    }

    private static @Nullable TransferDecision decision(List<RecordedEvent> saying) {
        return saying.stream()
                .map(RecordedEvent::event)
                .filter(TransferEvent.class::isInstance)
                .map(event -> ((TransferEvent) event).decision())
                .findFirst()
                .orElse(null);
    }
}
