package org.consentledger.erasure;

import java.time.Instant;
import org.consentledger.subject.SubjectCommand;
import org.consentledger.subject.SubjectId;

/**
 * A legal hold ends before its time.
 *
 * @param releasedAt world time, UTC
 */
public record ReleaseLegalHold(SubjectId subjectId, String hold, Instant releasedAt) implements SubjectCommand {}
