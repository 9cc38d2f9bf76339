package org.consentledger.command.consent;

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
import org.consentledger.consent.RefuseConsent;
import org.consentledger.http.field.Code;
import org.consentledger.http.field.NoticeVersion;
import org.consentledger.http.field.SubjectReference;
import org.hibernate.validator.constraints.UniqueElements;
import org.jspecify.annotations.Nullable;

/** The body of {@code refuse-consent}. */
record RefuseConsentRequest(
        @NotNull @SubjectReference String subject,
        @NotNull @Code String notice,
        @NotNull @NoticeVersion String noticeVersion,
        @NotNull @Size(min = 1, max = 64) @UniqueElements List<@NotNull @Code String> purposes,
        @NotNull @Valid EvidenceRequest evidence,
        @Nullable @Valid GiverRequest giver,
        @Nullable Instant collectedAt)
        implements CommandRequest {

    @Override
    public Touched touched() {
        return Touched.purposes(purposes).and(evidence.touched());
    }

    @Override
    public RefuseConsent toCommand(SubjectResolver subjects, Instant now) {
        return new RefuseConsent(
                subjects.of(subject),
                subject,
                notice,
                noticeVersion,
                purposes,
                evidence.toEvidence(),
                GiverRequest.orSubject(giver),
                Objects.requireNonNullElse(collectedAt, now));
    }
}
