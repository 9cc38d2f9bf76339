package org.consentledger.consent;

import java.time.Instant;
import java.util.List;
import org.consentledger.subject.Giver;
import org.consentledger.subject.SubjectCommand;
import org.consentledger.subject.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * The subject says yes to some purposes of a notice version. Each purpose stands alone: giving one never touches another.
 *
 * @param subject upstream's reference for the person; personal data
 * @param collectedAt world time of the consent, UTC
 * @param validUntil end of validity (exclusive), UTC; null when only the notice limits it
 */
public record GiveConsent(
        SubjectId subjectId,
        String subject,
        String notice,
        String noticeVersion,
        List<String> purposes,
        Evidence evidence,
        Giver giver,
        Instant collectedAt,
        @Nullable Instant validUntil)
        implements SubjectCommand {

    public GiveConsent {
        purposes = List.copyOf(purposes);
    }
}
