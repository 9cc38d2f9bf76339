package org.consentledger.command.desk;

import java.time.Instant;
import java.util.Optional;
import org.consentledger.LedgerCommand;
import org.consentledger.ledger.keyring.Subject;
import org.consentledger.ledger.keyring.Subjects;
import org.consentledger.subject.SubjectCommand;
import org.consentledger.subject.SubjectId;
import org.jspecify.annotations.Nullable;

/** Remembers whom one attempt at a command turned out to be about. */
final class Resolution implements SubjectResolver {

    private final Subjects subjects;
    private @Nullable Subject resolved;

    Resolution(Subjects subjects) {
        this.subjects = subjects;
    }

    @Override
    public SubjectId of(String reference) {
        return resolved(subjects.of(reference));
    }

    @Override
    public SubjectId consenting(String reference, Instant collectedAt) {
        return resolved(subjects.consenting(reference, collectedAt));
    }

    private SubjectId resolved(Subject subject) {
        resolved = subject;
        return subject.id();
    }

    /** Whom a command is about; what the service itself sends names them by pseudonym. Empty if it is about nobody. */
    Optional<Subject> subjectOf(LedgerCommand command) {
        if (resolved == null && command instanceof SubjectCommand about) {
            resolved(subjects.recorded(about.subjectId()));
        }
        return Optional.ofNullable(resolved);
    }
}
