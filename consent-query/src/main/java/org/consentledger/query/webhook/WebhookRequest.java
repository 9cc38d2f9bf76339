package org.consentledger.query.webhook;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.consentledger.http.field.Code;
import org.consentledger.http.field.Coherent;
import org.consentledger.http.field.FreeText;
import org.consentledger.http.field.TextLength;
import org.consentledger.query.feed.EventType;
import org.hibernate.validator.constraints.UniqueElements;
import org.jspecify.annotations.Nullable;

/**
 * Where events are to be sent, and which. All lists together let an event through, and each any of its own; without one,
 * everything. No purpose and no recipient keeps SubjectErased back, and where personalData is true no list of types does.
 *
 * @param url absolute, of https, without user and fragment
 * @param types stable names of events, such as ConsentRevoked
 * @param purposes what subjects said of one of them or of every purpose, and transfers for one
 * @param recipients transfers to one of them, and their own events
 * @param after the last position that is not sent, -1 for everything; without it what is recorded from now on is sent
 * @param personalData whether what is personal in events is sent, such as upstream's reference; false unless it is given
 * @param purposeOfAccess why, where it is; stands in the access log beside each person whose data are sent
 */
record WebhookRequest(
        @NotNull @Pattern(regexp = "[hH][tT][tT][pP][sS]?://[!-~]+", message = "must be an absolute address of https") @TextLength(max = 2000)
        String url,

        @Nullable @Size(min = 1, max = 64) @UniqueElements List<@NotNull @EventType String> types,

        @Nullable @Size(min = 1, max = 64) @UniqueElements List<@NotNull @Code String> purposes,
        @Nullable @Size(min = 1, max = 64) @UniqueElements List<@NotNull @Code String> recipients,
        @Nullable @Min(-1) Long after,
        @Nullable Boolean personalData,
        @Nullable @FreeText(max = 200) String purposeOfAccess)
        implements Coherent {

    boolean wantsPersonalData() {
        return Boolean.TRUE.equals(personalData);
    }

    @Override
    public Map<String, String> contradictions() {
        return wantsPersonalData() && purposeOfAccess == null
                ? Map.of("purposeOfAccess", "must be given, as personal data are to be sent")
                : Map.of();
    }
}
