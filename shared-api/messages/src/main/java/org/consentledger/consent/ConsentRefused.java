package org.consentledger.consent;

import java.time.Instant;
import org.consentledger.subject.Giver;
import org.consentledger.subject.SubjectId;

/**
 * The subject was asked for one purpose and said no.
 *
 * @param subject upstream's reference for the person; personal data
 * @param collectedAt world time of the refusal, UTC
 */
public record ConsentRefused(
        SubjectId subjectId,
        String subject,
        String purpose,
        String notice,
        String noticeVersion,
        Evidence evidence,
        Giver giver,
        Instant collectedAt)
        implements ConsentEvent {}
