package org.consentledger.command.recipient;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.Objects;
import org.consentledger.command.desk.SubjectResolver;
import org.consentledger.command.http.CommandRequest;
import org.consentledger.command.http.Touched;
import org.consentledger.http.field.Code;
import org.consentledger.http.field.FreeText;
import org.consentledger.recipient.SafeguardKind;
import org.consentledger.recipient.WithdrawSafeguard;
import org.jspecify.annotations.Nullable;

/** The body of {@code withdraw-safeguard}. */
record WithdrawSafeguardRequest(
        @NotNull @Code String recipient,
        @NotNull SafeguardKind kind,
        @NotNull @FreeText(max = 200) String reference,
        @Nullable Instant withdrawnAt)
        implements CommandRequest {

    @Override
    public Touched touched() {
        return Touched.recipient(recipient);
    }

    @Override
    public WithdrawSafeguard toCommand(SubjectResolver subjects, Instant now) {
        return new WithdrawSafeguard(recipient, kind, reference, Objects.requireNonNullElse(withdrawnAt, now));
    }
}
