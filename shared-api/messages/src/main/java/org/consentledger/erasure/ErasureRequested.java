package org.consentledger.erasure;

import java.time.Instant;
import org.consentledger.subject.SubjectId;

/**
 * The subject is to be erased and a legal hold stands against it (GDPR Art. 17(3)(e)). The ledger erases by itself once no
 * hold is in force any more.
 *
 * @param requestedAt world time of the request, UTC
 * @param heldUntil when the hold that lasts longest ended, as far as was known then, UTC
 */
public record ErasureRequested(SubjectId subjectId, Instant requestedAt, Instant heldUntil) implements ErasureEvent {}
