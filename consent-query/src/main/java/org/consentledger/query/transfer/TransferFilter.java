package org.consentledger.query.transfer;

import java.time.Instant;
import java.util.Set;
import org.consentledger.http.access.Limit;
import org.consentledger.http.access.Limits;
import org.consentledger.subject.SubjectId;
import org.consentledger.transfer.Reason;
import org.consentledger.transfer.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Which transfers to list; null lets everything through.
 *
 * @param recipients none but to these
 * @param purposes none but for these
 * @param onlySent none that was asked for and refused: nothing went anywhere
 * @param reason none but those that have it among their reasons or findings
 * @param from earliest world time (inclusive), UTC
 * @param to latest world time (exclusive), UTC
 */
public record TransferFilter(
        @Nullable SubjectId subject,
        @Nullable String recipient,
        @Nullable String purpose,
        @Nullable Set<String> recipients,
        @Nullable Set<String> purposes,
        boolean onlySent,
        @Nullable Verdict verdict,
        @Nullable Reason reason,
        @Nullable Instant from,
        @Nullable Instant to) {

    /** Of a caller whose token has these limits. */
    public static TransferFilter within(
            Limits limits,
            @Nullable SubjectId subject,
            @Nullable String recipient,
            @Nullable String purpose,
            @Nullable Verdict verdict,
            @Nullable Instant from,
            @Nullable Instant to) {
        return new TransferFilter(
                subject,
                recipient,
                purpose,
                limits.to(Limit.RECIPIENTS),
                limits.to(Limit.PURPOSES),
                limits.set().contains(Limit.OWN_RECIPIENT),
                verdict,
                null,
                from,
                to);
    }

    /** The same, and none but those that have a reason among theirs. */
    public TransferFilter because(@Nullable Reason other) {
        return new TransferFilter(
                subject, recipient, purpose, recipients, purposes, onlySent, verdict, other, from, to);
    }
}
