package org.consentledger.command.objection;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.consentledger.command.desk.SubjectResolver;
import org.consentledger.command.http.CommandRequest;
import org.consentledger.command.http.GiverRequest;
import org.consentledger.command.http.Touched;
import org.consentledger.http.field.Code;
import org.consentledger.http.field.SubjectReference;
import org.consentledger.objection.ObjectToProcessing;
import org.consentledger.subject.Channel;
import org.hibernate.validator.constraints.UniqueElements;
import org.jspecify.annotations.Nullable;

/** The body of {@code object-to-processing}. */
record ObjectToProcessingRequest(
        @NotNull @SubjectReference String subject,
        @NotNull @Size(min = 1, max = 64) @UniqueElements List<@NotNull @Code String> purposes,
        @Nullable Channel channel,
        @Nullable @Valid GiverRequest giver,
        @Nullable Instant objectedAt)
        implements CommandRequest {

    @Override
    public Touched touched() {
        return Touched.purposes(purposes);
    }

    @Override
    public ObjectToProcessing toCommand(SubjectResolver subjects, Instant now) {
        return new ObjectToProcessing(
                subjects.of(subject),
                subject,
                purposes,
                channel,
                GiverRequest.orSubject(giver),
                Objects.requireNonNullElse(objectedAt, now));
    }
}
