package org.consentledger.erasure;

import java.time.Instant;
import org.consentledger.subject.SubjectCommand;
import org.consentledger.subject.SubjectId;

/**
 * The subject is to be forgotten (GDPR Art. 17(1)).
 *
 * @param erasedAt world time from which they count as forgotten, UTC
 */
public record EraseSubject(SubjectId subjectId, Instant erasedAt) implements SubjectCommand {}
