package org.consentledger.command.desk;

import java.util.List;
import java.util.Optional;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.consentledger.command.stream.Handled;
import org.consentledger.ledger.catalogue.CatalogueReader;
import org.consentledger.ledger.reading.LedgerReader;
import org.consentledger.ledger.reading.RecordedEvent;
import org.consentledger.ledger.store.CatalogueMovedException;
import org.consentledger.ledger.store.CommandAlreadyRecordedException;
import org.consentledger.ledger.store.CommandIdentity;

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
                    ? firstAnswer(identity, answer.known()).orElse(answer)
                    : answer;
        } catch (CommandAlreadyRecordedException e) {
            return firstAnswer(identity, List.of()).orElseThrow(() -> e);
        } catch (CatalogueMovedException e) {
            // the next attempt is to have the newest at hand
            var _ = catalogue.current();
            throw e;
        } catch (CommandRejectedException e) {
            if (mayBeAttemptedBefore) {
                return firstAnswer(identity, List.of()).orElseThrow(() -> e);
            }
            throw e;
        }
    }

    /**
     * What the same command was answered before, by whatever node.
     *
     * @param known what says the same now; of it, the first answer had what was recorded before it
     */
    private Optional<Answer> firstAnswer(CommandIdentity identity, List<RecordedEvent> known) {
        return ledger.command(identity.commandId()).map(first -> {
            if (!first.requestSha256().equals(identity.requestSha256())) {
                throw new IdempotencyKeyReusedException();
            }
            var position = first.events().getFirst().position();
            var knownThen =
                    known.stream().filter(event -> event.position() < position).toList();
            return new Answer(identity.commandId(), knownThen, first.events(), true);
        });
    }

    private Answer decide(Submission submission, CommandIdentity identity) {
        var message = new GenericCommandMessage<>(submission.payload(), identity.toMetaData());
        Handled handled = streams.sendAndWait(message);
        return switch (handled) {
            case Handled.Rejected rejected -> throw new CommandRejectedException(rejected.rejection());
            case Handled.Accepted accepted ->
                new Answer(
                        identity.commandId(),
                        accepted.known(),
                        accepted.recorded().events(),
                        false);
        };
    }
}
