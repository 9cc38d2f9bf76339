package org.consentledger.erasure;

import java.time.Instant;
import org.consentledger.subject.SubjectCommand;
import org.consentledger.subject.SubjectId;

/**
 * The subject's data must not be erased for a while.
 *
 * @param hold the controller's code for it
 * @param reason personal data
 * @param placedAt world time from which it is in force (inclusive), UTC
 * @param heldUntil world time at which it ends by itself (exclusive), UTC
 */
public record PlaceLegalHold(SubjectId subjectId, String hold, String reason, Instant placedAt, Instant heldUntil)
        implements SubjectCommand {}
