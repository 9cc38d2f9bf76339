package org.consentledger.command.consent;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.consentledger.command.desk.SubjectResolver;
import org.consentledger.command.http.CommandRequest;
import org.consentledger.command.http.GiverRequest;
import org.consentledger.command.http.Touched;
import org.consentledger.consent.ConsentRevoked;
import org.consentledger.consent.RevokeConsent;
import org.consentledger.http.field.CodeOrEvery;
import org.consentledger.http.field.Coherent;
import org.consentledger.http.field.SubjectReference;
import org.consentledger.subject.Channel;
import org.hibernate.validator.constraints.UniqueElements;
import org.jspecify.annotations.Nullable;

/** The body of {@code revoke-consent}: no more than giving asks for, and no evidence. */
record RevokeConsentRequest(
        @NotNull @SubjectReference String subject,
        @NotNull @Size(min = 1, max = 64) @UniqueElements List<@NotNull @CodeOrEvery String> purposes,
        @Nullable Channel channel,
        @Nullable @Valid GiverRequest giver,
        @Nullable Instant revokedAt)
        implements CommandRequest, Coherent {

    @Override
    public Map<String, String> contradictions() {
        return purposes != null && purposes.size() > 1 && purposes.contains(ConsentRevoked.EVERY_PURPOSE)
                ? Map.of("purposes", "must not name purposes beside *, which stands for all")
                : Map.of();
    }

    @Override
    public Touched touched() {
        return Touched.purposes(purposes);
    }

    @Override
    public RevokeConsent toCommand(SubjectResolver subjects, Instant now) {
        return new RevokeConsent(
                subjects.of(subject),
                subject,
                purposes,
                channel,
                GiverRequest.orSubject(giver),
                Objects.requireNonNullElse(revokedAt, now));
    }
}
