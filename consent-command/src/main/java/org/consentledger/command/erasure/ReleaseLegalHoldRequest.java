package org.consentledger.command.erasure;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.Objects;
import org.consentledger.command.desk.SubjectResolver;
import org.consentledger.command.http.CommandRequest;
import org.consentledger.command.http.Touched;
import org.consentledger.erasure.ReleaseLegalHold;
import org.consentledger.http.field.Code;
import org.consentledger.http.field.SubjectReference;
import org.jspecify.annotations.Nullable;

/** The body of {@code release-legal-hold}. */
record ReleaseLegalHoldRequest(
        @NotNull @SubjectReference String subject,
        @NotNull @Code String hold,
        @Nullable Instant releasedAt) implements CommandRequest {

    @Override
    public Touched touched() {
        return Touched.nothingThatLimitsName();
    }

    @Override
    public ReleaseLegalHold toCommand(SubjectResolver subjects, Instant now) {
        return new ReleaseLegalHold(subjects.of(subject), hold, Objects.requireNonNullElse(releasedAt, now));
    }
}
