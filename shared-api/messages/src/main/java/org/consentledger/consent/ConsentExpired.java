package org.consentledger.consent;

import java.time.Instant;
import org.consentledger.subject.SubjectId;

/**
 * A consent ended by itself and nothing had ended it before. A note for readers of the ledger; the state follows from
 * {@link ConsentGiven#validUntil()} alone, to the microsecond.
 *
 * @param consentEventId the {@link ConsentGiven} whose validity ended
 * @param expiredAt the end of that validity, UTC
 */
public record ConsentExpired(SubjectId subjectId, String purpose, String consentEventId, Instant expiredAt)
        implements ConsentEvent {}
