package org.consentledger.command.desk;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.consentledger.Rejection;
import org.consentledger.RejectionCode;
import org.consentledger.command.stream.Handled;
import org.consentledger.erasure.SubjectErased;
import org.consentledger.ledger.catalogue.CatalogueReader;
import org.consentledger.ledger.keyring.Subject;
import org.consentledger.ledger.keyring.Subjects;
import org.consentledger.ledger.reading.LedgerReader;
import org.consentledger.ledger.reading.RecordedCommand;
import org.consentledger.ledger.reading.RecordedEvent;
import org.consentledger.ledger.replication.Replication;
import org.consentledger.ledger.store.CatalogueMovedException;
import org.consentledger.ledger.store.CommandAlreadyRecordedException;
import org.consentledger.subject.SubjectEvent;
import org.consentledger.transfer.TransferPermitted;

/** Hands commands to their streams, again when another was faster, and reads the answer from what was recorded. */
final class AxonCommandDesk implements CommandDesk {

    private final CommandGateway streams;
    private final LedgerReader ledger;
    private final CatalogueReader catalogue;
    private final Subjects subjects;
    private final Replication replication;
    private final Attempts attempts;

    AxonCommandDesk(
            CommandGateway streams,
            LedgerReader ledger,
            CatalogueReader catalogue,
            Subjects subjects,
            Replication replication,
            Attempts attempts) {
        this.streams = streams;
        this.ledger = ledger;
        this.catalogue = catalogue;
        this.subjects = subjects;
        this.replication = replication;
        this.attempts = attempts;
    }

    @Override
    public Answer submit(Submission submission) {
        var commandId = CommandId.of(submission.idempotencyKey());
        var answer = attempts.until(() -> attempt(submission, commandId));
        if (answer.repeated() || answer.replayed()) {
            // it acknowledges what was read, and no commit of its own has waited for the standby
            replication.await();
        }
        return answer;
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
            attempt.subject().ifPresent(subject -> remember(subject, answer));
            return mayBeAttemptedBefore && answer.repeated()
                    ? firstAnswer(attempt, answer.known()).orElse(answer)
                    : answer;
        } catch (CommandAlreadyRecordedException e) {
            return firstAnswer(attempt, List.of()).orElseThrow(() -> e);
        } catch (ConcurrencyException | AggregateStreamCreationException e) {
            refresh(attempt, e);
            throw e;
        } catch (CommandRejectedException e) {
            if (mayBeAttemptedBefore) {
                return firstAnswer(attempt, List.of()).orElseThrow(() -> e);
            }
            throw e;
        }
    }

    /** Spares the next command a look. */
    private void remember(Subject subject, Answer answer) {
        if (answer.events().stream().anyMatch(recorded -> recorded.event() instanceof SubjectErased)) {
            subjects.forget(subject);
        } else if (!answer.repeated()) {
            subjects.settled(subject);
        }
    }

    /** The next attempt is to have the newest at hand. */
    private void refresh(Attempt attempt, RuntimeException conflict) {
        attempt.subject().ifPresent(subjects::forget);
        if (conflict instanceof CatalogueMovedException) {
            var _ = catalogue.current();
        }
    }

    /**
     * What the same command was answered before, by whatever node.
     *
     * @param known what says the same now; of it, the first answer had what was recorded before it
     */
    private Optional<Answer> firstAnswer(Attempt attempt, List<RecordedEvent> known) {
        var commandId = attempt.identity().commandId();
        return ledger.command(commandId).map(first -> {
            var about = subjectOf(first);
            if (!attempt.asksTheSameAs(first, about)) {
                throw new IdempotencyKeyReusedException();
            }
            requireStillPermitted(first, about);
            var position = first.events().getFirst().position();
            var knownThen =
                    known.stream().filter(event -> event.position() < position).toList();
            return new Answer(commandId, knownThen, first.events(), true);
        });
    }

    /** A permission from before the erasure is given to nobody again. */
    private static void requireStillPermitted(RecordedCommand first, Optional<Subject> about) {
        var wasPermission = first.events().stream().anyMatch(said -> said.event() instanceof TransferPermitted);
        if (wasPermission && about.filter(Subject::isErased).isPresent()) {
            throw new CommandRejectedException(new Rejection(
                    RejectionCode.SUBJECT_ERASED, "/subject", "the subject was erased since this was permitted"));
        }
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
            case Handled.Accepted accepted ->
                new Answer(
                        attempt.identity().commandId(),
                        accepted.known(),
                        accepted.recorded().events(),
                        false);
        };
    }
}
