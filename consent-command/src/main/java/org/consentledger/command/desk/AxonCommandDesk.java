package org.consentledger.command.desk;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.consentledger.command.stream.Handled;
import org.consentledger.erasure.ErasureRequested;
import org.consentledger.erasure.SubjectErased;
import org.consentledger.ledger.catalogue.CatalogueReader;
import org.consentledger.ledger.keyring.Subject;
import org.consentledger.ledger.keyring.Subjects;
import org.consentledger.ledger.reading.LedgerReader;
import org.consentledger.ledger.reading.RecordedCommand;
import org.consentledger.ledger.reading.RecordedEvent;
import org.consentledger.ledger.store.CatalogueMovedException;
import org.consentledger.ledger.store.CommandAlreadyRecordedException;
import org.consentledger.subject.SubjectEvent;
import org.consentledger.transfer.TransferDecision;
import org.consentledger.transfer.TransferEvent;
import org.consentledger.transfer.TransferRefused;
import org.jspecify.annotations.Nullable;

/** Hands commands to their streams, again when another was faster, and reads the answer from what was recorded. */
final class AxonCommandDesk implements CommandDesk {

    private final CommandGateway streams;
    private final LedgerReader ledger;
    private final CatalogueReader catalogue;
    private final Subjects subjects;
    private final Attempts attempts;

    AxonCommandDesk(
            CommandGateway streams,
            LedgerReader ledger,
            CatalogueReader catalogue,
            Subjects subjects,
            Attempts attempts) {
        this.streams = streams;
        this.ledger = ledger;
        this.catalogue = catalogue;
        this.subjects = subjects;
        this.attempts = attempts;
    }

    @Override
    public Answer submit(Submission submission) {
        var commandId = CommandId.of(submission.idempotencyKey());
        return attempts.until(() -> attempt(submission, commandId));
    }

    /**
     * A command is decided first and looked up only if it may have been recorded before: the ledger does not take the
     * same one twice. Whoever gave no key can meet an earlier attempt too: its own, when a connection broke at its commit.
     */
    private Answer attempt(Submission submission, UUID commandId) {
        var attempt = Attempt.at(submission, commandId, subjects);
        var mayBeAttemptedBefore = submission.idempotencyKey() != null;
        try {
            var answer = decide(attempt);
            if (answer.events().stream().anyMatch(recorded -> recorded.event() instanceof SubjectErased)) {
                attempt.subject().ifPresent(subjects::forget);
            }
            return mayBeAttemptedBefore && answer.repeated()
                    ? firstAnswer(attempt).orElse(answer)
                    : answer;
        } catch (CommandAlreadyRecordedException e) {
            return firstAnswer(attempt).orElseThrow(() -> e);
        } catch (ConcurrencyException | AggregateStreamCreationException e) {
            refresh(attempt, e);
            throw e;
        } catch (CommandRejectedException e) {
            if (mayBeAttemptedBefore) {
                return firstAnswer(attempt).orElseThrow(() -> e);
            }
            throw e;
        }
    }

    /** The next attempt is to have the newest at hand. */
    private void refresh(Attempt attempt, RuntimeException conflict) {
        attempt.subject().ifPresent(subjects::forget);
        if (conflict instanceof CatalogueMovedException) {
            var _ = catalogue.current();
        }
    }

    /** What the same command was answered before, by whatever node. */
    private Optional<Answer> firstAnswer(Attempt attempt) {
        var commandId = attempt.identity().commandId();
        return ledger.command(commandId).map(first -> {
            if (!attempt.asksTheSameAs(first, subjectOf(first))) {
                throw new IdempotencyKeyReusedException();
            }
            return answer(commandId, first.events(), first.events(), true);
        });
    }

    private Optional<Subject> subjectOf(RecordedCommand first) {
        return first.events().getFirst().event() instanceof SubjectEvent event
                ? Optional.of(subjects.recorded(event.subjectId()))
                : Optional.empty();
    }

    private Answer decide(Attempt attempt) {
        Handled handled = streams.sendAndWait(attempt.message());
        return switch (handled) {
            case Handled.Rejected rejected -> throw new CommandRejectedException(rejected.rejection());
            case Handled.Accepted accepted -> answer(attempt.identity().commandId(), accepted);
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
        return new Answer(commandId, position, recorded, replayed, waiting(saying), decision(saying), isRefused);
    }

    private static @Nullable ErasureRequested waiting(List<RecordedEvent> saying) {
        return saying.stream()
                .map(RecordedEvent::event)
                .filter(ErasureRequested.class::isInstance)
                .map(ErasureRequested.class::cast)
                .findFirst()
                .orElse(null);
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
