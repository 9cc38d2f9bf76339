package org.consentledger.command.recipient;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.Objects;
import org.consentledger.command.desk.SubjectResolver;
import org.consentledger.command.http.CommandRequest;
import org.consentledger.command.http.Touched;
import org.consentledger.http.field.Code;
import org.consentledger.recipient.RetireRecipient;
import org.jspecify.annotations.Nullable;

/** The body of {@code retire-recipient}. */
record RetireRecipientRequest(
        @NotNull @Code String recipient, @Nullable Instant retiredAt) implements CommandRequest {

    @Override
    public Touched touched() {
        return Touched.recipient(recipient);
    }

    @Override
    public RetireRecipient toCommand(SubjectResolver subjects, Instant now) {
        return new RetireRecipient(recipient, Objects.requireNonNullElse(retiredAt, now));
    }
}
