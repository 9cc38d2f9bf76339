package org.consentledger.command.http;

import jakarta.validation.constraints.NotNull;
import java.util.Map;
import org.consentledger.http.field.Coherent;
import org.consentledger.http.field.FreeText;
import org.consentledger.subject.Giver;
import org.jspecify.annotations.Nullable;

/** Who acted, as callers write it. */
public record GiverRequest(
        @NotNull Giver.Kind kind,
        @Nullable @FreeText(max = 200) String reference,
        @Nullable @FreeText(max = 500) String authority)
        implements Coherent {

    /** Whom nobody was named for: the subject acted. */
    public static Giver orSubject(@Nullable GiverRequest giver) {
        return giver == null ? Giver.theSubject() : new Giver(giver.kind(), giver.reference(), giver.authority());
    }

    @Override
    public Map<String, String> contradictions() {
        var isDelegateWithoutAuthority = kind == Giver.Kind.DELEGATE && (authority == null || authority.isBlank());
        return isDelegateWithoutAuthority
                ? Map.of("authority", "must name what entitles the delegate to act")
                : Map.of();
    }
}
