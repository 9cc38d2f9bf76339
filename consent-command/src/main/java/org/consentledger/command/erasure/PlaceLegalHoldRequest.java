package org.consentledger.command.erasure;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.Objects;
import org.consentledger.command.desk.SubjectResolver;
import org.consentledger.command.http.CommandRequest;
import org.consentledger.command.http.Touched;
import org.consentledger.erasure.PlaceLegalHold;
import org.consentledger.http.field.Code;
import org.consentledger.http.field.FreeText;
import org.consentledger.http.field.SubjectReference;
import org.jspecify.annotations.Nullable;

/** The body of {@code place-legal-hold}. */
record PlaceLegalHoldRequest(
        @NotNull @SubjectReference String subject,
        @NotNull @Code String hold,
        @NotNull @FreeText(max = 500) String reason,
        @Nullable Instant placedAt,
        @NotNull Instant heldUntil)
        implements CommandRequest {

    @Override
    public Touched touched() {
        return Touched.nothingThatLimitsName();
    }

    @Override
    public PlaceLegalHold toCommand(SubjectResolver subjects, Instant now) {
        return new PlaceLegalHold(
                subjects.of(subject), hold, reason, Objects.requireNonNullElse(placedAt, now), heldUntil);
    }
}
