package org.consentledger.consent;

import java.time.Instant;
import org.consentledger.subject.Giver;
import org.consentledger.subject.PersonalData;
import org.consentledger.subject.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * The subject consented to one purpose.
 *
 * @param subject upstream's reference for the person; personal data, null once erased
 * @param collectedAt world time from which the consent is in force (inclusive), UTC
 * @param validUntil world time at which it ends by itself (exclusive), UTC; null for no end
 */
public record ConsentGiven(
        SubjectId subjectId,
        @Nullable String subject,
        String purpose,
        String notice,
        String noticeVersion,
        Evidence evidence,
        Giver giver,
        Instant collectedAt,
        @Nullable Instant validUntil)
        implements ConsentEvent {

    @Override
    public PersonalData personalData() {
        return evidence.personalData(subject, giver);
    }

    @Override
    public ConsentGiven with(PersonalData personal) {
        return new ConsentGiven(
                subjectId,
                personal.subject(),
                purpose,
                notice,
                noticeVersion,
                evidence.with(personal),
                giver.with(personal),
                collectedAt,
                validUntil);
    }
}
