package org.consentledger.consent;

import java.time.Instant;
import java.util.List;
import org.consentledger.subject.Giver;
import org.consentledger.subject.SubjectCommand;
import org.consentledger.subject.SubjectId;

/**
 * The subject was asked and said no.
 *
 * @param subject upstream's reference for the person; personal data
 * @param collectedAt world time of the refusal, UTC
 */
public record RefuseConsent(
        SubjectId subjectId,
        String subject,
        String notice,
        String noticeVersion,
        List<String> purposes,
        Evidence evidence,
        Giver giver,
        Instant collectedAt)
        implements SubjectCommand {

    public RefuseConsent {
        purposes = List.copyOf(purposes);
    }
}
