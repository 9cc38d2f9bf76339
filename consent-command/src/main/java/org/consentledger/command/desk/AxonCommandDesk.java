package org.consentledger.command.desk;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.consentledger.command.stream.Handled;
import org.consentledger.ledger.catalogue.CatalogueReader;
import org.consentledger.ledger.reading.LedgerReader;
import org.consentledger.ledger.reading.RecordedEvent;
import org.consentledger.ledger.store.CatalogueMovedException;
import org.consentledger.ledger.store.CommandAlreadyRecordedException;
import org.consentledger.ledger.store.CommandIdentity;
import org.consentledger.transfer.TransferDecision;
import org.consentledger.transfer.TransferEvent;
import org.consentledger.transfer.TransferRefused;
import org.jspecify.annotations.Nullable;

/** Hands commands to their streams, again when another was faster, and reads the answer from what was recorded. */
final class AxonCommandDesk implements CommandDesk {

    private final CommandGateway streams;
    private final LedgerReader ledger;
    private final CatalogueReader catalogue;
    private final Attempts attempts;

    AxonCommandDesk(CommandGateway streams, LedgerReader ledger, CatalogueReader catalogue, Attempts attempts) {
        this.streams = streams;
        this.ledger = ledger;
        this.catalogue = catalogue;
        this.attempts = attempts;
    }

    @Override
    public Answer submit(Submission submission) {
        var identity = new CommandIdentity(
                CommandId.of(submission.idempotencyKey()), submission.command(), submission.requestSha256());
        return attempts.until(() -> attempt(submission, identity));
    }

    /**
     * A command is decided first and looked up only if it may have been recorded before: the ledger does not take the
     * same one twice. Whoever gave no key can meet an earlier attempt too: its own, when a connection broke at its commit.
     */
    private Answer attempt(Submission submission, CommandIdentity identity) {
        var mayBeAttemptedBefore = submission.idempotencyKey() != null;
        try {
            var answer = decide(submission, identity);
            return mayBeAttemptedBefore && answer.repeated()
                    ? firstAnswer(identity).orElse(answer)
                    : answer;
        } catch (CommandAlreadyRecordedException e) {
            return firstAnswer(identity).orElseThrow(() -> e);
        } catch (CatalogueMovedException e) {
            // the next attempt is to have the newest at hand
            var _ = catalogue.current();
            throw e;
        } catch (CommandRejectedException e) {
            if (mayBeAttemptedBefore) {
                return firstAnswer(identity).orElseThrow(() -> e);
            }
            throw e;
        }
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

    private static Answer answer(UUID commandId, Handled.Accepted accepted) {
        var recorded = accepted.recorded().events();
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
