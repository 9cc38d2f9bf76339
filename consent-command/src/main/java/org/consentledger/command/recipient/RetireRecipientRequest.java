package org.consentledger.command.recipient;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Function;
import org.consentledger.command.http.CommandRequest;
import org.consentledger.http.field.Code;
import org.consentledger.recipient.RetireRecipient;
import org.consentledger.subject.SubjectId;
import org.jspecify.annotations.Nullable;

/** The body of {@code retire-recipient}. */
record RetireRecipientRequest(
        @NotNull @Code String recipient, @Nullable Instant retiredAt) implements CommandRequest {

    @Override
    public RetireRecipient toCommand(Function<String, SubjectId> pseudonyms, Instant now) {
        return new RetireRecipient(recipient, Objects.requireNonNullElse(retiredAt, now));
    }
}
