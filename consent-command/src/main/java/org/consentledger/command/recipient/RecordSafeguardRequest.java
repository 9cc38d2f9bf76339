package org.consentledger.command.recipient;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.Map;
import org.consentledger.command.desk.SubjectResolver;
import org.consentledger.command.http.CommandRequest;
import org.consentledger.command.http.Touched;
import org.consentledger.http.field.Code;
import org.consentledger.http.field.Coherent;
import org.consentledger.http.field.FreeText;
import org.consentledger.http.field.RegisterCode;
import org.consentledger.recipient.RecordSafeguard;
import org.consentledger.recipient.Safeguard;
import org.consentledger.recipient.SafeguardKind;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code record-safeguard}. When it begins to be valid must be said: with "now" in its place, the same body
 * sent again would contradict the first.
 */
record RecordSafeguardRequest(
        @NotNull @Code String recipient,
        @NotNull SafeguardKind kind,
        @Nullable @RegisterCode String framework,
        @NotNull @FreeText(max = 200) String reference,
        @NotNull Instant validFrom,
        @Nullable Instant validUntil)
        implements CommandRequest, Coherent {

    @Override
    public Map<String, String> contradictions() {
        if (kind == SafeguardKind.CERTIFICATION && framework == null) {
            return Map.of("framework", "is required when kind is CERTIFICATION");
        }
        if (kind != null && kind != SafeguardKind.CERTIFICATION && framework != null) {
            return Map.of("framework", "must be left out unless kind is CERTIFICATION");
        }
        return Map.of();
    }

    @Override
    public Touched touched() {
        return Touched.recipient(recipient);
    }

    @Override
    public RecordSafeguard toCommand(SubjectResolver subjects, Instant now) {
        return new RecordSafeguard(recipient, new Safeguard(kind, framework, reference, validFrom, validUntil, null));
    }
}
