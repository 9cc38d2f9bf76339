package org.consentledger.command.transfer;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.consentledger.command.desk.SubjectResolver;
import org.consentledger.command.http.CommandRequest;
import org.consentledger.command.http.Touched;
import org.consentledger.http.field.Code;
import org.consentledger.http.field.FreeText;
import org.consentledger.http.field.SubjectReference;
import org.consentledger.transfer.Intent;
import org.consentledger.transfer.RecordTransfer;
import org.hibernate.validator.constraints.UniqueElements;
import org.jspecify.annotations.Nullable;

/** The body of {@code record-transfer}. */
record RecordTransferRequest(
        @NotNull @SubjectReference String subject,
        @NotNull @Code String recipient,
        @NotNull @Code String purpose,
        @NotNull @Size(min = 1, max = 64) @UniqueElements List<@NotNull @Code String> dataCategories,
        @NotNull Intent intent,
        @Nullable Instant occurredAt,
        @Nullable @FreeText(max = 200) String reference)
        implements CommandRequest {

    @Override
    public Touched touched() {
        return Touched.purpose(purpose).and(Touched.recipient(recipient));
    }

    @Override
    public RecordTransfer toCommand(SubjectResolver subjects, Instant now) {
        return new RecordTransfer(
                subjects.of(subject),
                subject,
                recipient,
                purpose,
                dataCategories,
                intent,
                Objects.requireNonNullElse(occurredAt, now),
                reference);
    }
}
