package org.consentledger.erasure;

import java.time.Instant;
import org.consentledger.subject.SubjectId;

/**
 * A legal hold ended before its time.
 *
 * @param releasedAt world time, UTC
 */
public record LegalHoldReleased(SubjectId subjectId, String hold, Instant releasedAt) implements ErasureEvent {

    @Override
    public Object about() {
        return new LegalHold.About(hold);
    }
}
