package org.consentledger.query.replay;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.consentledger.http.field.Code;
import org.consentledger.http.field.Coherent;
import org.consentledger.http.field.SubjectReference;
import org.consentledger.query.replay.ReplayScope.Kind;
import org.jspecify.annotations.Nullable;

/**
 * What to replay, up to a position, a moment of ledger time or the newest event.
 *
 * @param of everything, one subject or one recipient
 * @param subject upstream's reference; for a subject this or {@code subjectId}
 * @param subjectId the pseudonym, which also leads to somebody who was erased
 * @param recipient its code; for a recipient
 * @param position the last event that counts
 * @param recordedBy ledger time: events recorded later don't count
 */
record ReplayRequest(
        @NotNull Kind of,
        @Nullable @SubjectReference String subject,

        @Nullable @Pattern(regexp = "s-[0-9a-f]{32}", message = "must be s- and 32 hexadecimal digits") String subjectId,

        @Nullable @Code String recipient,
        @Nullable @Min(0) Long position,
        @Nullable Instant recordedBy)
        implements Coherent {

    @Override
    @SuppressWarnings("NullAway") // asked even if what is required is missing
    public Map<String, String> contradictions() {
        var wrong = new LinkedHashMap<String, String>();
        if (of != null) {
            demand("subject", subject != null || subjectId != null, of == Kind.SUBJECT, wrong);
            demand("recipient", recipient != null, of == Kind.RECIPIENT, wrong);
        }
        if (subject != null && subjectId != null) {
            wrong.put("subjectId", "must not be given together with subject");
        }
        if (position != null && recordedBy != null) {
            wrong.put("recordedBy", "must not be given together with position");
        }
        return wrong;
    }

    private void demand(String field, boolean isGiven, boolean isWanted, Map<String, String> wrong) {
        if (isGiven != isWanted) {
            var named = field.equals("subject") && subjectId != null ? "subjectId" : field;
            wrong.put(
                    named,
                    isWanted
                            ? "must be given, as the replay is of one"
                            : "must be left out, as the replay is of something else");
        }
    }
}
