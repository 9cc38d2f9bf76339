package org.consentledger.command.erasure;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.Objects;
import org.consentledger.command.desk.SubjectResolver;
import org.consentledger.command.http.CommandRequest;
import org.consentledger.command.http.Touched;
import org.consentledger.erasure.EraseSubject;
import org.consentledger.http.field.SubjectReference;
import org.jspecify.annotations.Nullable;

/** The body of {@code erase-subject}. */
record EraseSubjectRequest(
        @NotNull @SubjectReference String subject, @Nullable Instant erasedAt) implements CommandRequest {

    @Override
    public Touched touched() {
        return Touched.nothingThatLimitsName();
    }

    @Override
    public EraseSubject toCommand(SubjectResolver subjects, Instant now) {
        return new EraseSubject(subjects.of(subject), Objects.requireNonNullElse(erasedAt, now));
    }
}
