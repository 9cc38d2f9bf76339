package org.consentledger.erasure;

import java.time.Instant;
import org.consentledger.subject.SubjectId;

/**
 * The personal data of the subject became unreadable (GDPR Art. 17). From this moment every transfer is refused.
 *
 * @param erasedAt world time of the erasure, UTC
 */
public record SubjectErased(SubjectId subjectId, Instant erasedAt) implements ErasureEvent {}
