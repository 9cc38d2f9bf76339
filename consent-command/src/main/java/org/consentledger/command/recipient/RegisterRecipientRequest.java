package org.consentledger.command.recipient;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.consentledger.command.desk.SubjectResolver;
import org.consentledger.command.http.CommandRequest;
import org.consentledger.command.http.Touched;
import org.consentledger.http.field.Code;
import org.consentledger.http.field.CountryCode;
import org.consentledger.http.field.FreeText;
import org.consentledger.recipient.RecipientClass;
import org.consentledger.recipient.RegisterRecipient;

/** The body of {@code register-recipient}. */
record RegisterRecipientRequest(
        @NotNull @Code String recipient,
        @NotNull @FreeText(max = 200) String name,
        @JsonProperty("class") @NotNull RecipientClass recipientClass,
        @NotNull @CountryCode String country)
        implements CommandRequest {

    @Override
    public Touched touched() {
        return Touched.recipient(recipient);
    }

    @Override
    public RegisterRecipient toCommand(SubjectResolver subjects, Instant now) {
        return new RegisterRecipient(recipient, name, recipientClass, country);
    }
}
