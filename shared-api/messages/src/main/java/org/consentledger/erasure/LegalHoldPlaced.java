package org.consentledger.erasure;

import java.time.Instant;
import org.consentledger.subject.PersonalData;
import org.consentledger.subject.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * The subject's data must be kept for legal claims, whoever asks for their erasure (GDPR Art. 17(3)(e)).
 *
 * @param hold the controller's code for it; placed again, it has another reason or end
 * @param reason personal data, null once erased
 * @param placedAt world time from which it is in force (inclusive), UTC
 * @param heldUntil world time at which it ends by itself (exclusive), UTC
 */
public record LegalHoldPlaced(
        SubjectId subjectId, String hold, @Nullable String reason, Instant placedAt, Instant heldUntil)
        implements ErasureEvent {

    @Override
    public Object about() {
        return new LegalHold.About(hold);
    }

    @Override
    public PersonalData personalData() {
        return new PersonalData(null, null, null, null, null, null, null, reason);
    }

    @Override
    public LegalHoldPlaced with(PersonalData personal) {
        return new LegalHoldPlaced(subjectId, hold, personal.holdReason(), placedAt, heldUntil);
    }
}
