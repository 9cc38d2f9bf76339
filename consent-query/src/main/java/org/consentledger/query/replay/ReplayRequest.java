package org.consentledger.query.replay;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.consentledger.http.field.Code;
import org.consentledger.http.field.Coherent;
import org.consentledger.http.field.SubjectReference;
import org.jspecify.annotations.Nullable;

/**
 * What to replay: everything, one subject or one recipient, up to a position, a moment of ledger time or the newest event.
 *
 * @param subject upstream's reference
 * @param subjectId the pseudonym, which also leads to somebody who was erased
 * @param recipient its code
 * @param position the last event that counts
 * @param recordedBy ledger time: events recorded later don't count
 */
record ReplayRequest(
        @Nullable @SubjectReference String subject,
        @Nullable @Pattern(regexp = "s-[0-9a-f]{32}", message = "must be s- and 32 hexadecimal digits") String subjectId,
        @Nullable @Code String recipient,
        @Nullable @Min(0) Long position,
        @Nullable Instant recordedBy)
        implements Coherent {

    @Override
    public Map<String, String> contradictions() {
        var wrong = new LinkedHashMap<String, String>();
        if (Stream.of(subject, subjectId, recipient).filter(Objects::nonNull).count() > 1) {
            wrong.put(
                    recipient == null ? "subjectId" : "recipient",
                    "must stand alone: a replay is of one subject, named once, of one recipient, or of everything");
        }
        if (position != null && recordedBy != null) {
            wrong.put("recordedBy", "must not be given together with position");
        }
        return wrong;
    }
}
