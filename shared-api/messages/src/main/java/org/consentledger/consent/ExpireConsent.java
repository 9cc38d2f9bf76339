package org.consentledger.consent;

import java.time.Instant;
import org.consentledger.subject.SubjectCommand;
import org.consentledger.subject.SubjectId;

/**
 * Time has run out for a consent. Sent by the service itself; decisions never wait for it.
 *
 * @param consentEventId the {@link ConsentGiven} whose validity ended
 * @param expiredAt the end of that validity, UTC
 */
public record ExpireConsent(SubjectId subjectId, String purpose, String consentEventId, Instant expiredAt)
        implements SubjectCommand {}
